import { describe, expect, it } from 'vitest'
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
    const story = aRequest().begun().says(message)
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
  it('while they are open: the rest is cancelled', () => cancelled(risky().asked().says(message)))
  it('while they are answered and unjudged: the rest is cancelled', () =>
    cancelled(risky().asked().answered().says(message)))
  it('while they are open and a hold ends: the rest is cancelled', () => {
    const story = risky().asked().held()
    story.account = { ...robin, privateProjects: 2, ...gone }
    cancelled(story.released())
  })
  it('and had passed: the rest continues', () => {
    const story = risky().asked().answered().passed().says(message)
    settled(story)
    expect(rest(story).request.outcome).toBe('already-deleted')
  })
})
