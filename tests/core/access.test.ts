import { describe, expect, it } from 'vitest'
import { robin, sam } from './cast'
import { aRequest } from './given'

describe('a data access request', () => {
  const access = (account: Partial<typeof robin> | null = {}, rating: 'low' | 'high' = 'low') =>
    aRequest(account, { type: 'data-access', rating }).begun()
  const ready = () => access().ticked('access')

  it('has one task: a blank sheet down, filled in, uploaded', () => {
    const story = access()
    expect(story.request.tasks.map(task => task.name)).toEqual(['Support Engineer (Access)'])
    expect(story.task('access').steps[0]?.label).toMatch(/blank cDot\/Zendesk sheet/)
    expect(story.task('access').steps.at(-1)?.label).toMatch(/Upload/)
  })
  it('of an enterprise account: Enterprise User Access Not Available, not-controller', () => {
    const story = access({ enterprise: true })
    expect(story.request.outcome).toBe('not-controller')
    expect(story.sent.at(-1)).toBe('enterprise-user-access-not-available')
    expect(story.request.tasks).toEqual([])
  })
  it.each([
    ['none', null],
    ['a deleted one', { accountState: 'deleted' as const }],
  ])('of %s: no account', (_what, account) => {
    const story = access(account)
    expect(story.request.outcome).toBe('no-account')
    expect(story.sent.at(-1)).toBe('no-account-found')
  })
  it('of an account deleted while it was held: no account, too', () => {
    const story = access().held()
    story.account = { ...robin, accountState: 'deleted' }
    expect(story.released().request.outcome).toBe('no-account')
    expect(story.sent).not.toContain('account-already-deleted')
  })
  it('asks the questions as a deletion does', () => {
    const story = access({ privateProjects: 1 }, 'high')
    expect(story.state).toBe('verifying')
    expect(story.asked().days(8).request.outcome).toBe('not-verified')
    expect(story.task('access').resolution).toBe('exception')
    expect(access({ privateProjects: 0 }, 'high').state).toBe('processing')
  })
  it('reviews no blocked or banned account, not even one blocked by its owner', () => {
    expect(access({ accountState: 'banned' }).state).toBe('processing')
    const issue = 'https://gitlab.example/trust/-/issues/7'
    const blocked = { accountState: 'blocked', blockedReason: 'self_deletion', privateProjects: 1 } as const
    const story = access(blocked, 'high')
    expect(story.attempt(sam, 'request-security-review', { issue })).toBe('not-blocked')
    expect(story.attempt(sam, 'send-message', { message: 'blocked-account-deletion-request' })).toBe(
      'illegal-state',
    )
    expect(story.asked().answered().passed().state).toBe('processing')
  })
  it('hands nothing over before the verification has passed, on hold, or with a question open', () => {
    const early = access({ privateProjects: 1 }, 'high').ticked('access').uploaded('access')
    const complete = { resolution: 'complete' }
    expect(early.tryTask('access', 'resolve', complete)).toBe('not-destructive-yet')
    expect(ready().uploaded('access').held().tryTask('access', 'resolve', complete)).toBe('on-hold')
    expect(ready().uploaded('access').escalated().tryTask('access', 'resolve', complete)).toBe(
      'escalation-open',
    )
  })
  it('Complete needs every step and the file', () => {
    expect(access().uploaded('access').tryTask('access', 'resolve', { resolution: 'complete' })).toBe(
      'steps-open',
    )
    expect(ready().tryTask('access', 'resolve', { resolution: 'complete' })).toBe('file-missing')
    const story = ready().uploaded('access')
    story.request = {
      ...story.request,
      files: story.request.files.map(file => ({ ...file, removedAt: story.now })),
    }
    expect(story.tryTask('access', 'resolve', { resolution: 'complete' })).toBe('file-missing')
  })
  it('Complete sends Files Ready, to download for 14 days, and fulfils it; both name the day, and neither says that nothing is left to do', () => {
    const story = access().completed('access')
    expect(story.sent.slice(-2)).toEqual(['files-ready', 'request-fulfilled'])
    expect(story.variables('request-fulfilled')).toMatchObject({ download_until: '2026-06-15T21:59:59.000Z' })
    expect(story.variables('files-ready')).toEqual({ download_until: '2026-06-15T10:00:00.000Z' })
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('is not Not Found while a sheet lies on the task: what was uploaded is not lost', () => {
    const story = access().uploaded('access')
    expect(story.tryTask('access', 'resolve', { resolution: 'not_found' })).toBe('file-there')
    expect(story.tryTask('access', 'remove-file', { file: 'file-9' })).toBe('no-such-file')
    story.onTask('access', 'remove-file', { file: 'file-1' })
    expect(story.request.files).toMatchObject([{ id: 'file-1', removedAt: story.now }])
    expect(story.tryTask('access', 'remove-file', { file: 'file-1' })).toBe('no-such-file')
    story.onTask('access', 'resolve', { resolution: 'not_found' })
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('loses no file that was handed over', () => {
    const story = access().completed('access')
    expect(story.tryTask('access', 'remove-file', { file: 'file-1' })).toBe('illegal-state')
  })
  it('Not Found, without a file, says kindly that nothing is held', () => {
    const story = access().onTask('access', 'resolve', { resolution: 'not_found' })
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.sent).not.toContain('files-ready')
    expect(JSON.stringify(story.variables('request-fulfilled'))).toMatch(
      /found no data about you there\. Your account itself also holds data about you/,
    )
  })
})
