import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import { shownRatingOf } from '@/lib/core/derived/authority-given'
import { portability } from '@/lib/core/handbook/portability'
import { type RequestTypeKey, requestTypes } from '@/lib/core/handbook/request-types/index'
import { requester, sam } from './cast'
import { aRequest, type Story } from './given'
import type { Given } from './runner'

/** What the handbook says of a type (section 4). */
interface Row {
  /** The fields that find the account, required. */
  required: string
  /** The outcome where there is no account. */
  withoutAccount: string | null
  /** The rating is shown after the checks; and once the work could begin. */
  ratingAtOnce: boolean
  ratingLater: boolean
  /** Asked at a medium or high rating of an account with private projects; `high-always`: at a high one without them, too. */
  questions: 'private-projects' | 'high-always' | null
  /** A blocked or banned account is reviewed. */
  review: boolean
  subscriptionHold: boolean
  /** The message where the account was deleted before. */
  deletedBefore: string | null
  /** What an enterprise account makes of it: an outcome, another type, or the state after the checks. */
  enterprise: string
  /** Something is done by the system itself. */
  systemTask: boolean
  /** How `processing` is shown. */
  shownAs: string
}

// One row a type; a type without a row doesn't compile.
const table: Readonly<Record<RequestTypeKey, Row>> = {
  // 4.1
  'individual-deletion': {
    required: 'email + username',
    withoutAccount: 'no-account',
    ratingAtOnce: true,
    ratingLater: true,
    questions: 'private-projects',
    review: true,
    subscriptionHold: true,
    deletedBefore: 'account-already-deleted',
    enterprise: 'enterprise-deletion',
    systemTask: true,
    shownAs: 'Deleting',
  },
  // 4.2
  'enterprise-deletion': {
    required: 'email + username',
    withoutAccount: 'no-account',
    ratingAtOnce: true,
    ratingLater: true,
    questions: null,
    review: true,
    subscriptionHold: false,
    deletedBefore: 'account-already-deleted',
    enterprise: 'verifying',
    systemTask: true,
    shownAs: 'Deleting',
  },
  // 4.3
  'portal-deletion': {
    required: 'email',
    withoutAccount: null,
    ratingAtOnce: false,
    ratingLater: false,
    questions: null,
    review: false,
    subscriptionHold: false,
    deletedBefore: null,
    enterprise: 'processing',
    systemTask: false,
    shownAs: 'Deleting',
  },
  // 4.4
  'deceased-deletion': {
    required: 'email + username',
    withoutAccount: null,
    ratingAtOnce: false,
    ratingLater: true,
    questions: 'private-projects',
    review: true,
    subscriptionHold: false,
    deletedBefore: 'account-already-deleted',
    enterprise: 'verifying',
    systemTask: true,
    shownAs: 'Deleting',
  },
  // 4.5
  'marketing-deletion': {
    required: 'email',
    withoutAccount: null,
    ratingAtOnce: false,
    ratingLater: false,
    questions: null,
    review: false,
    subscriptionHold: false,
    deletedBefore: null,
    enterprise: 'processing',
    systemTask: true,
    shownAs: 'Deleting',
  },
  // 4.6
  'data-access': {
    required: 'email + username',
    withoutAccount: 'no-account',
    ratingAtOnce: true,
    ratingLater: true,
    questions: 'private-projects',
    review: false,
    subscriptionHold: false,
    deletedBefore: 'no-account-found',
    enterprise: 'not-controller',
    systemTask: false,
    shownAs: 'Compiling',
  },
  // 4.7
  'data-export': {
    required: 'email + username',
    withoutAccount: 'no-account',
    ratingAtOnce: true,
    ratingLater: true,
    questions: 'high-always',
    review: false,
    subscriptionHold: false,
    deletedBefore: 'no-account-found',
    enterprise: 'not-controller',
    systemTask: false,
    shownAs: 'Compiling',
  },
  // 4.9
  'forum-deletion': {
    required: 'email + forumProfile + forumUsername',
    withoutAccount: null,
    ratingAtOnce: false,
    ratingLater: false,
    questions: null,
    review: false,
    subscriptionHold: false,
    deletedBefore: null,
    enterprise: 'processing',
    systemTask: false,
    shownAs: 'Deleting',
  },
  // 4.10
  rectification: {
    required: 'email + username',
    withoutAccount: 'no-account',
    ratingAtOnce: true,
    ratingLater: true,
    questions: 'private-projects',
    review: false,
    subscriptionHold: false,
    deletedBefore: 'no-account-found',
    enterprise: 'not-controller',
    systemTask: false,
    shownAs: 'Correcting',
  },
  // 4.11
  objection: {
    required: 'email',
    withoutAccount: null,
    ratingAtOnce: false,
    ratingLater: false,
    questions: null,
    review: false,
    subscriptionHold: false,
    deletedBefore: null,
    enterprise: 'processing',
    systemTask: false,
    shownAs: 'Deciding',
  },
  // 4.12
  'marketing-opt-out': {
    required: 'email',
    withoutAccount: null,
    ratingAtOnce: false,
    ratingLater: false,
    questions: null,
    review: false,
    subscriptionHold: false,
    deletedBefore: null,
    enterprise: 'processing',
    systemTask: true,
    shownAs: 'Opting out',
  },
}
const rows = Object.entries(table)

function begun(type: string, account: Partial<AccountFacts> | null = {}, given: Given = {}): Story {
  const usual = type === 'enterprise-deletion' ? { enterprise: true } : {}
  const more: Given = {
    ...(type === 'deceased-deletion' ? { relationship: 'designated-account-successor' } : {}),
    ...(type === 'data-export' ? { country: 'NL' } : {}),
  }
  const story = aRequest(account && { ...usual, ...account }, { type, ...more, ...given }).confirmed()
  return story.state === 'checking' ? story.checked() : story
}
/** As far as the work would begin, were there nothing particular about the account. */
function ready(type: string, account: Partial<AccountFacts> = {}, given: Given = {}): Story {
  const story = begun(type, account, given)
  if (story.state === 'closed') return story
  if (type === 'enterprise-deletion' && story.state === 'verifying') story.ownerDecided(true)
  if (type === 'deceased-deletion') story.validated()
  if (type === 'data-export') story.selfServed().helped()
  return story
}
describe.each(rows)('the table of types: %s', (type, row) => {
  it('requires the fields that find the account', () => {
    const required = requestTypes
      .get(type)
      ?.fields.filter(field => field.required && /email|username|forum/i.test(field.key))
      .map(field => field.key)
      .toSorted()
      .join(' + ')
    expect(required).toBe(row.required)
  })
  it('ends, or not, where there is no account', () => {
    expect(begun(type, null).request.outcome).toBe(row.withoutAccount)
  })
  it('shows the rating', () => {
    const shown = (story: Story) => shownRatingOf(story.request) !== null
    expect([shown(begun(type)), shown(ready(type))]).toEqual([row.ratingAtOnce, row.ratingLater])
  })
  it('asks questions by rating and private projects', () => {
    const asks = (rating: 'medium' | 'high', privateProjects: number) =>
      ['medium', 'high'].some(
        level =>
          ready(type, { privateProjects }, { rating }).attempt(sam, 'send-message', {
            message: `${level}-risk-gitlab-account-verification-question`,
          }) === null,
      )
    expect([asks('medium', 1), asks('high', 1)]).toEqual(Array(2).fill(row.questions !== null))
    expect([asks('medium', 0), asks('high', 0)]).toEqual([false, row.questions === 'high-always'])
  })
  it.each(['blocked', 'banned'] as const)('has a %s account reviewed', accountState => {
    const { state } = ready(type, { accountState, blockedReason: 'abuse' })
    expect(state === 'verifying').toBe(row.review)
  })
  it('holds for a subscription', () => {
    const held = ready(type, { subscriptionEndsOn: '2026-07-01' }).openHolds.includes('subscription')
    expect(held).toBe(row.subscriptionHold)
  })
  it('tells of an account that was deleted before', () => {
    const told = ready(type, { accountState: 'deleted' }).sent.find(item =>
      ['account-already-deleted', 'no-account-found'].includes(item),
    )
    expect(told ?? null).toBe(row.deletedBefore)
  })
  it('continues, or not, with an enterprise account', () => {
    const { request } = begun(type, { enterprise: true })
    expect(request.outcome ?? (request.type === type ? request.state : request.type)).toBe(row.enterprise)
  })
  it('has a task for the system', () => {
    expect(begun(type).request.tasks.some(task => task.team === 'system')).toBe(row.systemTask)
  })
  it('is shown while it is worked on', () => {
    expect(requestTypes.get(type)?.processingAs.desk).toBe(row.shownAs)
  })
  it('confirms the mailbox before anything else happens', () => {
    const story = aRequest({}, { type, country: 'NL', relationship: 'authorized-agent' })
    expect([story.state, story.sent, story.request.tasks]).toEqual(['submitted', ['request-received'], []])
    expect(story.does(requester(story.request.id), 'confirm').state).not.toBe('submitted')
  })
})

describe('beside the table', () => {
  it('a portal request without an account is for its task to say', () => {
    expect(begun('portal-deletion', null).located(false).request.outcome).toBe('fulfilled')
  })
  it('an export asks its questions only after the person asked for help', () => {
    const story = begun('data-export', { privateProjects: 1 }, { rating: 'high' }).selfServed()
    const message = 'high-risk-gitlab-account-verification-question'
    expect(story.attempt(sam, 'send-message', { message })).toBe('questions-not-needed')
  })
  it('Privacy decides about an enterprise account of somebody who has died', () => {
    expect(begun('deceased-deletion', { enterprise: true }).validated().state).toBe('processing')
  })
  it('data portability is answered with instructions; no request is processed', () => {
    expect(requestTypes.has(portability.key)).toBe(false)
    expect(portability.publicSummary).toMatch(/no request/)
  })
})
