import { describe, expect, it } from 'vitest'
import { declinesBy } from '@/lib/core/handbook/outcomes'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { outcomes } from '@/lib/core/request/request'
import { ccpaKindOf, ccpaKinds, ccpaRows, denialOf } from '@/lib/core/view/ccpa-report'

describe('the yearly figures', () => {
  it('count each right, also where nobody asked', () => {
    expect(ccpaRows([], []).map(({ kind, received, medianDays }) => [kind, received, medianDays])).toEqual(
      ccpaKinds.map(kind => [kind, 0, null]),
    )
  })
  it('add up: what was received was complied with, denied, or has no answer', () => {
    const like = { kind: 'delete', ground: null } as const
    const rows = ccpaRows(
      [
        { ...like, outcome: 'fulfilled', response: 'whole', count: 5 },
        { ...like, outcome: 'already-deleted', response: 'part', count: 2 },
        { ...like, outcome: 'not-verified', response: 'denied', count: 3 },
        { ...like, outcome: 'refused', ground: 'exempt-legal-obligation', response: 'denied', count: 4 },
        { ...like, outcome: null, response: null, count: 1 },
      ],
      [{ kind: 'delete', medianDays: 6, meanDays: 7.5 }],
    )
    expect(rows[0]).toEqual({
      kind: 'delete',
      received: 15,
      whole: 5,
      part: 2,
      denied: 7,
      deniedBecause: { notVerifiable: 3, notAConsumer: 0, exempt: 4, other: 0 },
      withoutAnswer: 1,
      medianDays: 6,
      meanDays: 7.5,
    })
  })
  it('know deletions, corrections, access and opt-outs by the type', () => {
    const kinds = Object.fromEntries([...requestTypes.values()].map(type => [type.key, ccpaKindOf(type)]))
    expect(kinds).toMatchObject({
      'individual-deletion': 'delete',
      'marketing-deletion': 'delete',
      'data-access': 'know',
      'data-export': 'know',
    })
    expect(ccpaKindOf({ key: 'rectification', action: 'rectification' })).toBe('correct')
    expect(ccpaKindOf({ key: 'marketing-opt-out', action: 'objection' })).toBe('opt-out')
    expect(ccpaKindOf({ key: 'objection', action: 'objection' })).toBeNull()
  })
  it('name a class for every outcome that declines, and the ground decides where there is one', () => {
    const classes = Object.fromEntries(
      outcomes
        .filter(outcome => declinesBy[outcome] === 'always')
        .map(outcome => [outcome, denialOf(outcome, null)]),
    )
    expect(classes).toEqual({
      'no-account': 'notVerifiable',
      'not-verified': 'notVerifiable',
      'no-authority': 'notVerifiable',
      'no-permission': 'notAConsumer',
      'not-controller': 'notAConsumer',
      embargoed: 'exempt',
      'security-denied': 'other',
      'no-response': 'other',
      refused: 'other',
    })
    expect(denialOf('refused', 'not-verifiable')).toBe('notVerifiable')
    expect(denialOf('refused', 'not-covered')).toBe('notAConsumer')
    expect(denialOf('refused', 'legal-claims')).toBe('exempt')
    expect(denialOf('refused', 'excessive')).toBe('other')
  })
})
