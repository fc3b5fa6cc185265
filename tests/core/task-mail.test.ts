import { describe, expect, it } from 'vitest'
import { noticeWords, taskMailSteps } from '@/lib/core/derived/staff-mail-words'
import { priya, sam } from './cast'
import { aRequest, type Story } from './given'

const note = 'An unpaid invoice is still open'
const silent = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().days(8)
const mails = (story: Story, from = 0) =>
  story.effects
    .slice(from)
    .flatMap(effect => (effect.kind === 'team-mail' && effect.key === 'task-opened' ? [effect] : []))
const newMails = (story: Story, act: (story: Story) => Story) => {
  const from = story.effects.length
  return mails(act(story), from).map(mail => [
    mail.team,
    story.request.tasks.find(({ id }) => id === mail.taskId)?.key,
  ])
}

describe('a task mails its team', () => {
  it('when it is new', () => {
    expect(newMails(aRequest().confirmed(), story => story.checked())).toEqual([
      ['support-engineer', 'gitlab-deletion'],
      ['support-engineer', 'zendesk-cdot-deletion'],
    ])
  })
  it('when a reopened request brings it back, like a new one', () => {
    expect(newMails(silent(), story => story.does(sam, 'reopen', { reason: 'Was away' }))).toEqual([
      ['support-engineer', 'zendesk-cdot-deletion'],
    ])
  })
  it('once it can be worked: while something is to be verified, only the search', () => {
    const story = aRequest({ accountState: 'banned' })
    expect(newMails(story.confirmed(), story => story.checked())).toEqual([
      ['support-engineer', 'zendesk-cdot-deletion'],
    ])
    story.reviewRequested()
    expect(newMails(story, story => story.reviewed('unblocked'))).toEqual([
      ['support-engineer', 'gitlab-deletion'],
    ])
  })
  it('an access, too, only once the person has proved themselves', () => {
    const story = aRequest({ privateProjects: 1 }, { type: 'data-access', rating: 'high' }).confirmed()
    expect(newMails(story, story => story.checked().asked())).toEqual([])
    expect(newMails(story, story => story.answered().does(sam, 'pass-verification', { note }))).toEqual([
      ['support-engineer', 'access'],
    ])
  })
  it('not on hold, and when the hold has ended', () => {
    const story = aRequest({ accountState: 'banned' }).begun().reviewRequested().held()
    expect(newMails(story, story => story.reviewed('unblocked'))).toEqual([])
    expect(newMails(story, story => story.does(priya, 'release-hold', { note }))).toEqual([
      ['support-engineer', 'gitlab-deletion'],
      ['support-engineer', 'zendesk-cdot-deletion'],
    ])
  })
  it('not at intake where the account’s subscription holds the request', () => {
    const story = aRequest({ subscriptionEndsOn: '2026-07-01' })
    expect(newMails(story.confirmed(), story => story.checked())).toEqual([])
  })
  it('when Privacy reopens it after an exception, like a new one', () => {
    const story = aRequest().begun().found({ zendesk: false, customersPortal: true })
    story.onTask('customers-portal-deletion', 'resolve', { resolution: 'exception', note })
    expect(
      newMails(story, story => story.onTask('customers-portal-deletion', 'reopen-task', { note }, priya)),
    ).toEqual([['console-engineer', 'customers-portal-deletion']])
  })
  it('when a corrected type brings it back', () => {
    const story = aRequest({ accountState: 'banned' })
      .begun()
      .does(sam, 'retype', { type: 'data-access', note: 'x' })
    expect(
      newMails(story, story => story.does(sam, 'retype', { type: 'individual-deletion', note: 'x' })).map(
        ([, key]) => key,
      ),
    ).toEqual(['zendesk-cdot-deletion'])
  })
  it('when the system hands its own to Privacy', () => {
    const fail = (story: Story) => story.onTask('marketing-deletion', 'fail-system-task')
    expect(newMails(aRequest().begun(), fail)).toEqual([['privacy', 'marketing-deletion']])
  })
  it('but not one that is over within the same act', () => {
    expect(mails(aRequest({}, { type: 'data-export', country: 'CU' }).begun())).toEqual([])
    const gone = silent()
    gone.account = null
    expect(newMails(gone, story => story.does(sam, 'reopen', { reason: 'Was away' }))).toEqual([])
  })
  it('nor one that the system does by itself', () => {
    expect(mails(aRequest({}, { type: 'marketing-deletion', username: null }).confirmed())).toEqual([])
  })
})

describe('what a mail to staff says', () => {
  it('is each step with its help, so that nobody has to look it up', () => {
    const [first] = taskMailSteps(aRequest().begun().task('gitlab-deletion'))
    expect(first).toMatch(/^Delete the groups that block the deletion .*Choose immediate deletion/)
    expect(taskMailSteps(aRequest().begun().task('zendesk-cdot-deletion'))[0]).toMatch(/every address/)
  })
  it('is in words, not in keys', () => {
    expect(noticeWords('authority-to-validate')).toBe(
      'The authority to act for somebody waits to be validated.',
    )
    expect(noticeWords('something-new')).toBe('something new')
  })
})
