import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import { shownRatingOf } from '@/lib/core/derived/authority-given'
import { portability } from '@/lib/core/handbook/portability'
import { requestTypeKeys, requestTypes } from '@/lib/core/handbook/request-types/index'
import { requester, sam } from './cast'
import { aRequest, type Story } from './given'
import type { Given } from './runner'

// The handbook's table of the types (section 4), row by row. Columns: 4.1 individual, 4.2 enterprise, 4.3 portal,
// 4.4 deceased, 4.5 marketing, 4.6 access, 4.7 export, 4.9 forum.
const types = [
  'individual-deletion',
  'enterprise-deletion',
  'portal-deletion',
  'deceased-deletion',
  'marketing-deletion',
  'data-access',
  'data-export',
  'forum-deletion',
] as const
type Type = (typeof types)[number]

function begun(type: Type, account: Partial<AccountFacts> | null = {}, given: Given = {}): Story {
  const usual = type === 'enterprise-deletion' ? { enterprise: true } : {}
  const more: Given = {
    ...(type === 'deceased-deletion' ? { relationship: 'designated-account-successor' } : {}),
    ...(type === 'data-export' ? { country: 'NL' } : {}),
  }
  const story = aRequest(account && { ...usual, ...account }, { type, ...more, ...given }).confirmed()
  return story.state === 'checking' ? story.checked() : story
}
/** As far as the work would begin, were there nothing particular about the account. */
function ready(type: Type, account: Partial<AccountFacts> = {}, given: Given = {}): Story {
  const story = begun(type, account, given)
  if (story.state === 'closed') return story
  if (type === 'enterprise-deletion' && story.state === 'verifying') story.ownerDecided(true)
  if (type === 'deceased-deletion') story.validated()
  if (type === 'data-export') story.selfServed().helped()
  return story
}
/** One cell a type, in the table's order. */
const row = (cell: (type: Type) => unknown) => types.map(cell)

describe('the table of types', () => {
  it('has all of them', () => {
    expect([...types].toSorted()).toEqual([...requestTypeKeys].toSorted())
  })
  it('email + username required: yes, yes, email, yes, email, yes, yes, the forum’s own', () => {
    const required = (type: Type) =>
      requestTypes
        .get(type)
        ?.fields.filter(field => field.required && /email|username|forum/i.test(field.key))
        .map(field => field.key)
        .toSorted()
        .join(' + ')
    const both = 'email + username'
    const forum = 'email + forumProfile + forumUsername'
    expect(row(required)).toEqual([both, both, 'email', both, 'email', both, both, forum])
  })
  it('no account ends it: yes, yes, the task says, no, no, yes, yes, –', () => {
    const outcome = (type: Type) => begun(type, null).request.outcome
    const ends = 'no-account'
    expect(row(outcome)).toEqual([ends, ends, null, null, null, ends, ends, null])
    expect(begun('portal-deletion', null).located(false).request.outcome).toBe('fulfilled')
  })
  it('rating shown: yes, yes, –, after validation, –, yes, yes, –', () => {
    const shown = (story: Story) => shownRatingOf(story.request) !== null
    expect(row(type => shown(begun(type)))).toEqual([true, true, false, false, false, true, true, false])
    expect(row(type => shown(ready(type)))).toEqual([true, true, false, true, false, true, true, false])
  })
  it('questions (rating, private projects): yes, no, –, yes, –, yes, after asking for help, –', () => {
    const asks = (story: Story) =>
      ['medium', 'high'].some(
        level =>
          story.attempt(sam, 'send-message', {
            message: `${level}-risk-gitlab-account-verification-question`,
          }) === null,
      )
    const risky = { privateProjects: 1 }
    for (const rating of ['medium', 'high'] as const) {
      const asked = row(type => asks(ready(type, risky, { rating })))
      expect(asked, rating).toEqual([true, false, false, true, false, true, true, false])
    }
    expect(asks(begun('data-export', risky, { rating: 'high' }).selfServed()), 'not before').toBe(false)
    const without = { privateProjects: 0 }
    expect(row(type => asks(ready(type, without, { rating: 'medium' })))).toEqual(row(() => false))
    const always = row(type => asks(ready(type, without, { rating: 'high' })))
    expect(always, 'high always, for an export').toEqual(row(type => type === 'data-export'))
  })
  it.each(['blocked', 'banned'] as const)('%s review: yes, yes, –, yes, –, no, no, –', accountState => {
    const reviewed = (type: Type) => {
      const { state } = ready(type, { accountState, blockedReason: 'abuse' })
      return state === 'verifying'
    }
    expect(row(reviewed)).toEqual([true, true, false, true, false, false, false, false])
  })
  it('subscription hold: yes, no, –, no, –, no, no, –', () => {
    const held = (type: Type) =>
      ready(type, { subscriptionEndsOn: '2026-07-01' }).openHolds.includes('subscription')
    expect(row(held)).toEqual([true, false, false, false, false, false, false, false])
  })
  it('already deleted: yes, yes, –, yes, –, no account, no account, –', () => {
    const told = (type: Type) =>
      ready(type, { accountState: 'deleted' }).sent.find(item =>
        ['account-already-deleted', 'no-account-found'].includes(item),
      ) ?? null
    const already = 'account-already-deleted'
    const none = 'no-account-found'
    expect(row(told)).toEqual([already, already, null, already, null, none, none, null])
  })
  it('enterprise account: becomes 4.2, –, –, Privacy decides, –, not-controller, not-controller, –', () => {
    const what = (type: Type) => {
      const { request } = begun(type, { enterprise: true })
      return request.outcome ?? (request.type === type ? request.state : request.type)
    }
    expect(row(what)).toEqual([
      'enterprise-deletion',
      'verifying',
      'processing',
      'verifying',
      'processing',
      'not-controller',
      'not-controller',
      'processing',
    ])
    expect(begun('deceased-deletion', { enterprise: true }).validated().state).toBe('processing')
  })
  it('marketing task (system): yes, yes, –, yes, yes, –, –, –', () => {
    const system = (type: Type) => begun(type).request.tasks.some(task => task.team === 'system')
    expect(row(system)).toEqual([true, true, false, true, true, false, false, false])
  })
  it('processing is shown as Deleting, or as Compiling where something is handed over', () => {
    const shown = row(type => requestTypes.get(type)?.processingAs)
    expect(shown).toEqual(row(type => (/access|export/.test(type) ? 'Compiling' : 'Deleting')))
  })
  it('confirms the mailbox, whichever type it is, before anything else happens', () => {
    for (const type of types) {
      const story = aRequest({}, { type, country: 'NL', relationship: 'authorized-agent' })
      expect([story.state, story.sent, story.request.tasks]).toEqual(['submitted', ['request-received'], []])
      expect(story.does(requester(story.request.id), 'confirm').state).not.toBe('submitted')
    }
  })
  it('data portability is answered with instructions; no request is processed', () => {
    expect(requestTypes.has(portability.key)).toBe(false)
    expect(portability.publicSummary).toMatch(/no request/)
  })
})
