import { describe, expect, it } from 'vitest'
import { declinesBy } from '@/lib/core/handbook/outcomes'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { outcomes } from '@/lib/core/request/request'
import { ccpaCsv } from '@/lib/core/view/ccpa-csv'
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

describe('the CSV file', () => {
  const rows = ccpaRows(
    [
      { kind: 'delete', outcome: 'fulfilled', ground: null, response: 'whole', count: 3 },
      { kind: 'delete', outcome: 'refused', ground: 'legal-claims', response: 'denied', count: 2 },
      { kind: 'delete', outcome: null, ground: null, response: null, count: 1 },
    ],
    [{ kind: 'delete', medianDays: 4, meanDays: 4.5 }],
  )
  const lines = ccpaCsv({
    jurisdictions: [
      { jurisdiction: 'US-CA', rows },
      { jurisdiction: 'all', rows },
    ],
  }).split('\r\n')
  it('has a line of names, and one for each place and right', () => {
    expect(lines[0]).toBe(
      'jurisdiction,right,received,complied_in_whole,complied_in_part,denied,denied_not_verifiable,denied_not_a_consumer,denied_exempt,denied_other,without_answer,median_days,mean_days',
    )
    expect(lines).toHaveLength(1 + 2 * ccpaKinds.length + 1)
    expect(lines.at(-1)).toBe('')
  })
  it('says the same as the report, with nothing where no day was counted', () => {
    expect(lines).toContain('US-CA,delete,6,3,0,2,0,0,2,0,1,4,4.5')
    expect(lines).toContain('all,limit,0,0,0,0,0,0,0,0,0,,')
  })
})
