import { describe, expect, it } from 'vitest'
import { consequenceOf } from '@/components/message/consequences'
import { settlementOf } from '@/lib/core/machine/requirements/settlement'
import { robin, sam } from './cast'
import { aRequest, type Story } from './given'

const gone = { accountState: 'deleted' } as const
const message = 'account-already-deleted'
const rest = (story: Story) => story.foundNowhere().marketed()
const settled = (story: Story) => {
  expect(story.sent).toContain(message)
  expect(story.task('gitlab-deletion').resolution).toBe('complete')
  expect(story.request.erasureBegunAt).toBeNull()
}

describe('an account already deleted', () => {
  it('at the first check is told so by the system: not “no account”', () => {
    const story = aRequest(gone).begun()
    settled(story)
    expect(story.message(message).sender).toBe('system')
    expect(story.sent).not.toContain('no-account-found')
  })
  it('closes as already-deleted once the rest is done, with Request Fulfilled', () => {
    const story = aRequest(gone).begun()
    expect(story.state).toBe('processing')
    expect(rest(story).request.outcome).toBe('already-deleted')
    expect(story.sent.at(-1)).toBe('request-fulfilled')
    expect(JSON.stringify(story.variables('request-fulfilled'))).not.toMatch(/account/i)
  })
  it('meanwhile, by the engineer’s word', () => {
    const story = aRequest().begun().vanished().says(message)
    settled(story)
    expect(story.state).toBe('processing')
    expect(rest(story).request.outcome).toBe('already-deleted')
  })
  it('meanwhile, by the look just before the first destructive step', () => {
    const story = aRequest().begun()
    story.account = { ...robin, ...gone }
    const step = 'delete-blocking-groups'
    expect(story.tryTask('gitlab-deletion', 'tick-step', { step })).toBe('already-deleted')
    settled(story)
    expect(story.message(message).sender).toBe('system')
    expect(rest(story).request.outcome).toBe('already-deleted')
  })
  it('meanwhile, by the look when a hold ends; the rest starts then', () => {
    const story = aRequest({ subscriptionEndsOn: '2026-06-10' }).begun()
    story.found({ zendesk: true, customersPortal: false })
    story.account = { ...robin, ...gone }
    story.clock('2026-06-11T00:00')
    settled(story)
    expect(story.effects.map(effect => effect.kind)).toContain('system-task')
    expect(story.tasksThat('open')).toEqual(['marketing-deletion', 'usage-data-deletion', 'zendesk-deletion'])
    expect(story.completed('zendesk-deletion').marketed().request.outcome).toBe('already-deleted')
  })
  it('erases nothing of the directory, which knows already', () => {
    expect(rest(aRequest(gone).begun()).effects.map(effect => effect.kind)).not.toContain('erase-account')
  })
  it('is said once', () => {
    expect(aRequest(gone).begun().attempt(sam, 'send-message', { message })).toBe('already-deleted')
  })
})

describe('an account that is said to be gone', () => {
  const said = (story: Story, more: object = {}) => story.attempt(sam, 'send-message', { message, ...more })
  it('is looked up first: where it is still there, the message needs a note why', () => {
    const story = aRequest().begun()
    expect(said(story)).toBe('account-still-there')
    expect(story.request.handled).toBeNull()
    expect(said(story, { note: 'Gone in the admin area, the import is a day old' })).toBeNull()
    expect(story.effects).toContainEqual({
      kind: 'note',
      text: 'Gone in the admin area, the import is a day old',
      taskId: story.task('gitlab-deletion').id,
    })
    expect(story.last).toMatchObject({ stillThere: true })
    settled(story)
  })
  it('needs no note once the look-up finds it deleted, or finds neither address nor username', () => {
    expect(said(aRequest().begun().vanished())).toBeNull()
    const erased = aRequest().begun()
    erased.account = null
    expect(said(erased)).toBeNull()
  })
  it('is not taken for gone because the directory can’t be reached', () => {
    const story = aRequest().begun()
    story.unreachable = true
    expect(said(story)).toBe('directory-unreachable')
    expect(said(story, { note: 'Gone in the admin area' })).toBeNull()
  })
  it('keeps what the look-up answered', () => {
    const story = aRequest().begun().vanished().says(message)
    expect(story.request.checks.at(-1)).toMatchObject({
      purpose: 'fresh',
      facts: { account: { accountState: 'deleted' } },
    })
  })
})

describe('what the person is told of an account already gone', () => {
  const search = 'What our support system and the Customers Portal hold about you'
  const marketing = 'What our marketing systems hold about you'
  const usage = 'The service usage data of your account'
  it('is what goes on, where the rest goes on', () => {
    const story = aRequest().begun().vanished().says(message)
    expect(story.variables(message)).toEqual({
      remaining_items: [search, marketing, usage],
      staying_items: [],
    })
  })
  it('is what stays, where the questions can’t be judged any more', () => {
    const story = aRequest({ privateProjects: 2 }, { rating: 'high' }).begun().asked().vanished()
    expect(story.says(message).variables(message)).toEqual({
      remaining_items: [],
      staying_items: [search, marketing, usage],
    })
  })
  it('names what was found already and is not deleted yet', () => {
    const story = aRequest({ privateProjects: 2 }, { rating: 'high' }).begun()
    story.found({ zendesk: true, customersPortal: false }).vanished().says(message)
    expect(story.variables(message)).toMatchObject({
      staying_items: [marketing, usage, 'What our support system holds about you'],
    })
  })
  it('leaves out what is done', () => {
    const story = aRequest().begun().foundNowhere().marketed().vanished().says(message)
    expect(story.variables(message)).toEqual({ remaining_items: [], staying_items: [] })
  })
  it('is read in the composer before it is sent, with what the sending does', () => {
    const open = aRequest({ privateProjects: 2 }, { rating: 'high' }).begun()
    expect(consequenceOf(message, settlementOf(open.request))).toMatch(/closed as already deleted/)
    const working = aRequest().begun()
    expect(consequenceOf(message, settlementOf(working.request))).toMatch(/the rest continues/)
  })
})

describe('already deleted, where questions were required', () => {
  const cancelled = (story: Story) => {
    settled(story)
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'already-deleted' })
    expect(story.tasksThat('cancelled')).toEqual([
      'zendesk-cdot-deletion',
      'marketing-deletion',
      'usage-data-deletion',
    ])
    expect(story.sent).not.toContain('request-fulfilled')
    expect(story.windowEnds).toEqual([])
  }
  const risky = (account = {}) => aRequest({ privateProjects: 2, ...account }, { rating: 'high' }).begun()

  it('at the first check: the rest is cancelled', () => cancelled(risky(gone)))
  it('while they are open: the rest is cancelled', () => cancelled(risky().asked().vanished().says(message)))
  it('while they are answered and unjudged: the rest is cancelled', () =>
    cancelled(risky().asked().answered().vanished().says(message)))
  it('while they are open and a hold ends: the rest is cancelled', () => {
    const story = risky().asked().held()
    story.account = { ...robin, privateProjects: 2, ...gone }
    cancelled(story.released())
  })
  it('and had passed: the rest continues', () => {
    const story = risky().asked().answered().passed().vanished().says(message)
    settled(story)
    expect(rest(story).request.outcome).toBe('already-deleted')
  })
})
