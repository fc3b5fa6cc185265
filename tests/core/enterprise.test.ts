import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/lib/core/advice/form-fields'
import { adviceFor } from '@/lib/core/advice/next-step'
import { reopen } from '@/lib/core/commands/request/reopen'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { requesterActor } from '@/lib/core/people/make-actor'
import { system } from '@/tests/factories/system'
import { priya, robin, sam } from './cast'
import { aRequest, ticket } from './given'
import type { Given } from './runner'

const gitlab = 'gitlab-deletion'
const message = 'no-enterprise-admin-permission-deletion'
const asked = (account: Partial<typeof robin> = {}, given: Given = {}) =>
  aRequest({ enterprise: true, ...account }, { type: 'enterprise-deletion', ...given }).begun()
const ended = (story: ReturnType<typeof asked>, note: RegExp) => {
  expect(story.request).toMatchObject({ state: 'closed', outcome: 'no-permission' })
  expect(story.task(gitlab)).toMatchObject({ resolution: 'exception', note: expect.stringMatching(note) })
  expect(story.sent.at(-1)).toBe(message)
  expect(story.tasksThat('open')).toEqual([])
  expect(story.sent).not.toContain('request-fulfilled')
}

describe('an enterprise deletion', () => {
  it('has the same tasks as an individual one, marketing included', () => {
    expect(asked().tasksThat('open')).toEqual([
      gitlab,
      'zendesk-cdot-deletion',
      'marketing-deletion',
      'usage-data-deletion',
    ])
  })
  it('shows the rating and asks no questions', () => {
    const story = asked({ privateProjects: 3 }, { rating: 'high' })
    expect(story.request.ratings[0]?.rating).toBe('high')
    const question = 'high-risk-gitlab-account-verification-question'
    expect(story.attempt(sam, 'send-message', { message: question })).toBe('questions-not-needed')
    expect(story.ownerDecided(true).state).toBe('processing')
  })
  it('whose account the checks say is no enterprise one is individual from there on', () => {
    const story = asked({ enterprise: false, privateProjects: 1 }, { rating: 'high' })
    expect(story.request).toMatchObject({ type: 'individual-deletion', subjectType: 'individual' })
    expect(story.sent).not.toContain('enterprise-user')
    expect(story.asked().sent.at(-1)).toBe('high-risk-gitlab-account-verification-question')
  })
  it('is what an individual deletion becomes whose account is an enterprise one', () => {
    const story = aRequest({ enterprise: true }).begun()
    expect(story.request).toMatchObject({ type: 'enterprise-deletion', subjectType: 'enterprise' })
    expect(story.sent.at(-1)).toBe('enterprise-user')
  })
  it('is never held for its subscription', () => {
    expect(asked({ subscriptionEndsOn: '2027-01-01' }).ownerDecided(true).openHolds).toEqual([])
  })
  it('without an account ends like every other', () => {
    const story = aRequest(null, { type: 'enterprise-deletion' }).begun()
    expect(story.request.outcome).toBe('no-account')
    expect(story.sent.at(-1)).toBe('no-account-found')
  })
  it('deletes nothing before the owner’s permission', () => {
    for (const story of [asked(), asked().consented(), asked().consented().ownerContacted()])
      expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-blocking-groups' })).toBe(
        'not-destructive-yet',
      )
  })
})

describe('Enterprise User', () => {
  it('is sent by the system after the checks; the person has 7 days', () => {
    const story = asked()
    expect(story.message('enterprise-user').sender).toBe('system')
    expect(story.windowEnds).toEqual(['2026-06-08T23:59:59'])
    expect(waitingOn(story.request)).toBe('requester')
  })
  it('is sent by hand only to ask again; the refusal belongs to its command', () => {
    expect(asked().attempt(sam, 'send-message', { message: 'enterprise-user' })).toBe('already-answered')
    expect(asked().attempt(sam, 'send-message', { message })).toBe('use-command')
  })
  it('silence ends it: exception, No Enterprise Admin Permission-Deletion, no-permission', () => {
    expect(asked().clock('2026-06-08T23:59:59').state).toBe('verifying')
    ended(asked().clock('2026-06-09T00:00'), /did not say/)
  })
  it('“no” is as silence, at once', () => {
    ended(asked().consented('no'), /did not want/)
  })
  it('“please ask” is support’s turn, and no silence any more', () => {
    const story = asked().consented()
    expect(waitingOn(story.request)).toBe('support')
    expect(story.windowEnds).toEqual([])
    expect(story.days(30).state).toBe('verifying')
    expect(adviceFor(story.request)[0]?.steps[0]?.command).toBe('request-owner-contact')
  })
  it('is answered once', () => {
    const story = asked().consented()
    const me = requesterActor(story.request.id)
    expect(story.attempt(me, 'answer-owner-contact', { contact: 'no' })).toBe('already-answered')
  })
  it('accepted late by the mail server, after an instruction came, opens no window', () => {
    const late = aRequest({ enterprise: true, accountState: 'banned' }, { type: 'enterprise-deletion' })
    late.mailServer = 'silent'
    late.begun().ownerDecided(true)
    const { id } = late.message('enterprise-user')
    late.does(system, 'record-delivery', { message: id, result: 'accepted' })
    expect(late.windowEnds).toEqual([])
    expect(late.days(30).state).toBe('verifying')
  })
})

describe('the owner', () => {
  it('is contacted only after that yes: nobody’s employer is told against their will', () => {
    expect(asked().attempt(sam, 'request-owner-contact', { ticket })).toBe('consent-first')
    expect(asked().attempt(priya, 'request-owner-contact', { ticket })).toBe('consent-first')
    expect(asked().consented().attempt(sam, 'request-owner-contact', { ticket })).toBeNull()
  })
  it('is contacted on a Support Ticket', () => {
    expect(asked().consented().attempt(sam, 'request-owner-contact', { ticket: 'by telephone' })).toBe(
      'invalid-input',
    )
  })
  it('has 10 days', () => {
    const story = asked().consented().ownerContacted()
    expect(story.windowEnds).toEqual(['2026-06-11T23:59:59'])
    expect(waitingOn(story.request)).toBe('team')
    expect(story.clock('2026-06-11T23:59:59').state).toBe('verifying')
  })
  it('granted: note with the ticket, and the same checklist as an individual deletion', () => {
    const story = asked().consented().ownerContacted().ownerDecided(true)
    expect(story.effects).toContainEqual(
      expect.objectContaining({ kind: 'note', text: expect.stringContaining(ticket) }),
    )
    story.completed(gitlab).found({ zendesk: false, customersPortal: true }).marketed()
    expect(story.completed('customers-portal-deletion').request.outcome).toBe('fulfilled')
  })
  it('refused: note with the ticket, the same message, exception, no-permission', () => {
    ended(asked().consented().ownerContacted().ownerDecided(false), /support\.example\/tickets\/4711/)
  })
  it('silent: note with the ticket, the same message, exception, no-permission', () => {
    const story = asked().consented().ownerContacted().clock('2026-06-12T00:00')
    ended(story, /support\.example\/tickets\/4711/)
    expect(story.last).toMatchObject({ by: 'system', lapsed: 'owner-decision' })
  })
})

describe('a written instruction from the administrator on a Support Ticket', () => {
  it.each([
    ['before the person has answered', () => asked()],
    ['after they agreed', () => asked().consented()],
    ['after the owner was contacted', () => asked().consented().ownerContacted()],
  ])('counts %s', (_when, make) => {
    expect(make().ownerDecided(true).state).toBe('processing')
    expect(make().ownerDecided(false).request.outcome).toBe('no-permission')
  })
  it('needs the ticket', () => {
    expect(asked().attempt(sam, 'record-owner-decision', { granted: true })).toBe('invalid-input')
  })
  it('leaves no window behind that could end the request', () => {
    const story = asked({ accountState: 'banned' }).ownerDecided(true)
    expect(story.windowEnds).toEqual([])
    expect(story.days(60).state).toBe('verifying')
  })
  it('counts for nothing once it is closed', () => {
    expect(asked().days(8).attempt(sam, 'record-owner-decision', { granted: true, ticket })).toBe(
      'illegal-state',
    )
  })
  it('is recorded for enterprise deletions only', () => {
    const story = aRequest({ accountState: 'banned' }).begun()
    expect(story.attempt(sam, 'record-owner-decision', { granted: true, ticket })).toBe(
      'permission-not-asked',
    )
  })
})

it('notes of the owner’s permission lie on the task GitLab Deletion', () => {
  const story = asked().consented().ownerContacted().ownerDecided(true)
  const notes = story.effects.flatMap(effect =>
    effect.kind === 'note' && effect.text.includes(ticket) ? [effect.taskId] : [],
  )
  expect(notes).toEqual([story.task(gitlab).id, story.task(gitlab).id])
})

describe('an enterprise account that needs no deletion', () => {
  it('deleted already, before the owner was asked: no question was required, so the rest continues', () => {
    const story = asked({ accountState: 'deleted' })
    expect(story.state).toBe('processing')
    expect(story.sent).not.toContain('enterprise-user')
    expect(story.variables('account-already-deleted')).toEqual({
      remaining_items: [
        'What our support system and the Customers Portal hold about you',
        'What our marketing systems hold about you',
        'The service usage data of your account',
      ],
      staying_items: [],
    })
    expect(story.foundNowhere().marketed().request.outcome).toBe('already-deleted')
  })
  it('deleted by its administrator while the owner was being asked: the rest continues', () => {
    const story = asked().consented().ownerContacted().vanished().says('account-already-deleted')
    expect(story.state).toBe('processing')
    expect(story.windowEnds).toEqual([])
    expect(story.foundNowhere().marketed().request.outcome).toBe('already-deleted')
  })
  it('deleted meanwhile, with permission: the rest continues', () => {
    const story = asked().ownerDecided(true)
    story.account = { ...robin, enterprise: true, accountState: 'deleted' }
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-blocking-groups' })).toBe('already-deleted')
    expect(story.foundNowhere().marketed().request.outcome).toBe('already-deleted')
  })
  it('banned: the permission first, then the security review', () => {
    const story = asked({ accountState: 'banned' })
    const issue = 'https://gitlab.example/trust/-/issues/7'
    expect(story.attempt(sam, 'request-security-review', { issue })).toBe('illegal-state')
    story.ownerDecided(true)
    expect(story.state).toBe('verifying')
    expect(story.reviewRequested().reviewed('unblocked').state).toBe('processing')
  })
})

describe('no-permission, reopened', () => {
  it('asks the person again, with a new window; their yes doesn’t carry over', () => {
    const story = asked().consented().ownerContacted().days(11).does(sam, 'reopen', { reason: 'They wrote' })
    expect(story.state).toBe('verifying')
    expect(story.sent.at(-1)).toBe('enterprise-user')
    expect(story.windowEnds).toEqual(['2026-06-19T23:59:59'])
    expect(story.attempt(sam, 'request-owner-contact', { ticket })).toBe('consent-first')
    expect(story.consented().ownerContacted().ownerDecided(true).state).toBe('processing')
  })
})

describe('two days before the time to answer ends', () => {
  const reminded = () => asked().clock('2026-06-07T00:30')
  it('the team is told to look for a ticket of the administrator', () => {
    const news = reminded().effects.filter(effect => effect.kind === 'news-mail')
    expect(news).toEqual([{ kind: 'news-mail', to: null, news: 'consent-ends-soon' }])
    expect(asked().effects.filter(effect => effect.kind === 'news-mail')).toEqual([])
  })
  it('and the next step says so', () => {
    const [advice] = adviceFor(reminded().request)
    expect(advice?.say).toMatch(/^The time to answer ends in two days\. Look for a ticket/)
    expect(advice?.steps[0]?.command).toBe('record-owner-decision')
    expect(adviceFor(asked().request)[0]?.say).not.toMatch(/two days/)
  })
})

describe('a written instruction after closing', () => {
  const late = () => asked().clock('2026-06-09T00:00')
  const instruction = { reason: 'The administrator wrote', instruction: ticket }
  it('reopens the request and asks the person nothing again', () => {
    const story = late()
    const before = story.sent.length
    story.does(sam, 'reopen', instruction)
    expect(story.state).toBe('processing')
    expect(story.sent.slice(before)).toEqual([])
    expect(story.effects).toContainEqual({
      kind: 'note',
      text: `The owner granted permission: ${ticket}`,
      taskId: story.task(gitlab).id,
    })
  })
  it('without it, the person is asked as at first', () => {
    expect(late().does(sam, 'reopen', { reason: 'Was away' }).sent.at(-1)).toBe('enterprise-user')
  })
  it('needs the link to it, and is asked for by its own step alone', () => {
    const [advice] = adviceFor(late().request)
    expect(advice?.steps).toMatchObject([{ command: 'reopen', needs: ['instruction'] }])
    const names = (step: object) => fieldsOf(reopen, step).map(({ name, required }) => [name, required])
    expect(names({ needs: ['instruction'] })).toEqual([
      ['instruction', true],
      ['reason', true],
    ])
    expect(names({})).toEqual([['reason', true]])
    expect(late().attempt(sam, 'reopen', { reason: 'x', instruction: 'by telephone' })).toBe('invalid-input')
  })
  it('counts only where the owner’s permission was missing', () => {
    const silent = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().days(8)
    expect(silent.attempt(sam, 'reopen', instruction)).toBe('permission-not-asked')
  })
})
