import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { robin, sam } from './cast'
import { aRequest, type Story } from './given'

const issue = 'https://gitlab.example/trust/-/issues/7'
const ownDeletion = { accountState: 'blocked', blockedReason: 'self_deletion' } as const
const firstStep = (story: Story) => adviceFor(story.request)[0]?.steps[0]
const blockedMessage = { command: 'send-message', preset: { message: 'blocked-account-deletion-request' } }

describe('blocked because the user deleted their own account', () => {
  it('Blocked Account Deletion Request is the next step, before any questions', () => {
    const story = aRequest({ ...ownDeletion, privateProjects: 3 }, { rating: 'high' }).begun()
    expect(firstStep(story)).toMatchObject(blockedMessage)
    const message = 'high-risk-gitlab-account-verification-question'
    expect(story.attempt(sam, 'send-message', { message })).toBe('questions-not-needed')
  })
  it('sending it completes the GitLab Deletion task', () => {
    const story = aRequest(ownDeletion).begun().says('blocked-account-deletion-request')
    expect(story.task('gitlab-deletion').resolution).toBe('complete')
    expect(story.request.erasureBegunAt).toBeNull()
  })
  it('the rest continues, ending fulfilled', () => {
    const story = aRequest(ownDeletion).begun().says('blocked-account-deletion-request')
    expect(story.state).toBe('processing')
    story.found({ zendesk: true, customersPortal: false }).completed('zendesk-deletion').marketed()
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('the closing words don’t claim that we deleted the account', () => {
    const story = aRequest(ownDeletion)
      .begun()
      .says('blocked-account-deletion-request')
      .foundNowhere()
      .marketed()
    expect(story.sent.at(-1)).toBe('request-fulfilled')
    expect(JSON.stringify(story.variables('request-fulfilled'))).not.toMatch(/account/i)
  })
  it('where questions were required, the rest is cancelled: nothing else is deleted unverified', () => {
    const story = aRequest({ ...ownDeletion, privateProjects: 3 }, { rating: 'high' }).begun()
    story.says('blocked-account-deletion-request')
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'already-deleted' })
    expect(story.task('gitlab-deletion').resolution).toBe('complete')
    expect(story.tasksThat('cancelled')).toEqual([
      'zendesk-cdot-deletion',
      'marketing-deletion',
      'usage-data-deletion',
    ])
    expect(story.sent).not.toContain('request-fulfilled')
  })
  it('the checklist of the deletion is no longer offered, and none of it is ticked', () => {
    const story = aRequest(ownDeletion).begun()
    const offered = adviceFor(story.request).flatMap(({ steps }) => steps.map(step => step.taskId))
    expect(offered).not.toContain(story.task('gitlab-deletion').id)
    const step = 'delete-blocking-groups'
    expect(story.tryTask('gitlab-deletion', 'tick-step', { step })).toBe('owner-deleted')
  })
  it('the message promises only what is still to come, and names what stays where questions were open', () => {
    const open = aRequest({ ...ownDeletion, privateProjects: 3 }, { rating: 'high' }).begun()
    const message = 'blocked-account-deletion-request'
    expect(open.says(message).variables(message)).toMatchObject({ remaining_items: [] })
    expect(open.variables(message).staying_items).toHaveLength(3)
    const free = aRequest(ownDeletion).begun().says(message)
    expect(free.variables(message)).toMatchObject({ staying_items: [] })
    expect(free.variables(message).remaining_items).toHaveLength(3)
  })
  it('an account that its owner has taken back needs a note', () => {
    const story = aRequest(ownDeletion).begun()
    story.account = robin
    const message = 'blocked-account-deletion-request'
    expect(story.attempt(sam, 'send-message', { message })).toBe('account-still-there')
  })
  it('no security review is asked for', () => {
    const story = aRequest({ ...ownDeletion, privateProjects: 3 }, { rating: 'high' }).begun()
    expect(story.attempt(sam, 'request-security-review', { issue })).toBe('not-blocked')
  })
  it('the message is refused for an account in any other state', () => {
    const message = 'blocked-account-deletion-request'
    expect(aRequest().begun().attempt(sam, 'send-message', { message })).toBe('not-self-deleted')
    const banned = aRequest({ accountState: 'banned' }).begun()
    expect(banned.attempt(sam, 'send-message', { message })).toBe('not-self-deleted')
  })
})

describe.each([
  ['banned', { accountState: 'banned', blockedReason: null }],
  ['blocked for abuse', { accountState: 'blocked', blockedReason: 'abuse' }],
  ['blocked, nobody knows why', { accountState: 'blocked', blockedReason: null }],
] as const)('%s', (_what, account) => {
  const begun = () => aRequest(account).begun()

  it('a security review is asked for first', () => {
    expect(begun().state).toBe('verifying')
    expect(firstStep(begun())).toMatchObject({ command: 'request-security-review' })
    const step = 'delete-blocking-groups'
    expect(begun().tryTask('gitlab-deletion', 'tick-step', { step })).toBe('not-destructive-yet')
  })
  it('only once any needed answers have passed', () => {
    const story = aRequest({ ...account, privateProjects: 2 }, { rating: 'medium' }).begun()
    expect(firstStep(story)).toMatchObject({ command: 'send-message' })
    expect(story.attempt(sam, 'request-security-review', { issue })).toBe('questions-first')
    story.asked().answered()
    expect(story.attempt(sam, 'request-security-review', { issue })).toBe('questions-first')
    story.passed()
    expect(story.state).toBe('verifying')
    expect(story.attempt(sam, 'request-security-review', { issue })).toBeNull()
  })
  it('with the link to their issue, noted on the task, which stays open', () => {
    expect(begun().attempt(sam, 'request-security-review')).toBe('invalid-input')
    expect(begun().attempt(sam, 'request-security-review', { issue: 'javascript:alert(1)' })).toBe(
      'invalid-input',
    )
    const story = begun().reviewRequested()
    const { id, state } = story.task('gitlab-deletion')
    expect(story.effects).toContainEqual({ kind: 'note', taskId: id, text: expect.stringContaining(issue) })
    expect(state).toBe('open')
    expect(story.sent.at(-1)).toBe('security-review-requested')
    expect(waitingOn(story.request)).toBe('team')
  })
  it('once', () => {
    expect(begun().reviewRequested().attempt(sam, 'request-security-review', { issue })).toBe(
      'review-already-open',
    )
  })
  it('unblocked: Security Review Complete, and on as normal', () => {
    const story = begun().reviewRequested().reviewed('unblocked')
    expect(story.sent.at(-1)).toBe('security-review-complete')
    expect(story.state).toBe('processing')
    expect(story.completed('gitlab-deletion').foundNowhere().marketed().request.outcome).toBe('fulfilled')
  })
  it('stays blocked: Security Review Denied, exception, security-denied', () => {
    const story = begun().reviewRequested().reviewed('denied')
    expect(story.sent.at(-1)).toBe('security-review-denied')
    expect(story.task('gitlab-deletion')).toMatchObject({ resolution: 'exception', note: expect.any(String) })
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'security-denied' })
    expect(story.tasksThat('open')).toEqual([])
  })
  it('has no result that nobody asked for', () => {
    expect(begun().attempt(sam, 'record-security-review', { result: 'unblocked' })).toBe('review-not-open')
  })
  it('Blocked Account Deletion Request is refused', () => {
    expect(begun().attempt(sam, 'send-message', blockedMessage.preset)).toBe('not-self-deleted')
  })
})

describe('a deactivated or active account', () => {
  it.each(['active', 'deactivated'] as const)('%s needs no review', accountState => {
    const story = aRequest({ accountState }).begun()
    expect(story.state).toBe('processing')
    const banned = aRequest({ accountState, privateProjects: 1 }, { rating: 'high' }).begun()
    expect(banned.attempt(sam, 'request-security-review', { issue })).toBe('not-blocked')
  })
})
