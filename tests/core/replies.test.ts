import { describe, expect, it } from 'vitest'
import { adviceFor, mayTake } from '@/lib/core/advice/next-step'
import { openQuestions } from '@/lib/core/machine/open-questions'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { system } from '@/tests/factories/system'
import { priya, requester, rosa, sam } from './cast'
import { aRequest, type Story } from './given'

const question = 'high-risk-gitlab-account-verification-question'
const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun()
const enterprise = () => aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun()
const exporting = () => aRequest({}, { type: 'data-export', country: 'NL' }).begun().selfServed()
const deceased = () =>
  aRequest(
    {},
    { type: 'deceased-deletion', relationship: 'authorized-agent', requesterEmail: 'kim@family.example' },
  )
    .begun()
    .documentsNeeded()
const replies = (story: Story, text = 'Yes please') =>
  story.does(requester(story.request.id), 'reply', { text })
const offered = (story: Story) => adviceFor(story.request)[0]?.steps ?? []

describe('any answer before the end closes the window and makes it our turn', () => {
  it.each([
    ['the questions', () => risky().asked(), 'support'],
    ['whether to ask the administrator', enterprise, 'support'],
    ['the instructions for an export', exporting, 'support'],
    ['the documents that Privacy asked for', deceased, 'privacy'],
  ] as const)('a free reply instead of %s', (_what, make, turn) => {
    const story = replies(make().days(1))
    expect(story.windowEnds).toEqual([])
    expect(story.request.windows.at(-1)?.closedBy).toBe('requester')
    expect(waitingOn(story.request)).toBe(turn)
    const actor = turn === 'privacy' ? priya : sam
    expect(offered(story).some(step => mayTake(actor, story.request, step))).toBe(true)
    expect(story.days(60).state, 'and silence is nobody’s any more').toBe('verifying')
    expect(story.sent).not.toContain('reminder')
  })
  it('a reply that came before the mail server took the question lets no window open', () => {
    const story = risky()
    story.mailServer = 'silent'
    replies(story.asked())
    story.does(system, 'record-delivery', {
      message: story.message(question).id,
      result: 'accepted',
    })
    expect(story.windowEnds).toEqual([])
    expect(waitingOn(story.request)).toBe('support')
  })
  it('what was asked can still be answered in the form', () => {
    const story = replies(risky().asked())
    expect(openQuestions(story.request)).toEqual([{ kind: 'questions', until: null, replied: true }])
    expect(replies(risky().asked()).answered().passed().state).toBe('processing')
    expect(replies(enterprise()).consented().state).toBe('verifying')
    expect(replies(exporting()).helped().state).toBe('processing')
    expect(waitingOn(replies(deceased()).does(requester('the-request'), 'provide-documents').request)).toBe(
      'privacy',
    )
  })
  it('a reply after the end, before the system has acted, is flagged as late and still spares the person', () => {
    const story = risky().asked()
    story.now = new Date('2026-06-20T12:00:00Z')
    replies(story).sweep()
    expect(story.message('reply').late).toBe(true)
    expect(story.state).toBe('verifying')
  })
  it('a reply when nothing was asked closes nothing', () => {
    const story = enterprise().consented().ownerContacted()
    const [end] = story.windowEnds
    expect(replies(story).windowEnds, 'the owner has their days').toEqual([end])
  })
})

describe('after a free reply', () => {
  it('to the questions, the engineer passes, fails or asks again', () => {
    expect(replies(risky().asked()).passed().state).toBe('processing')
    const failed = replies(risky().asked()).does(sam, 'fail-verification', { note: 'They don’t know' })
    expect(failed.request.outcome).toBe('not-verified')
    const again = replies(risky().asked().days(2)).says(question)
    expect(again.windowEnds).toEqual(['2026-06-10T23:59:59'])
    expect(waitingOn(again.request)).toBe('requester')
    expect(again.request.verifications).toHaveLength(1)
    expect(again.days(9).request.outcome).toBe('not-verified')
  })
  it('nobody passes questions without any answer', () => {
    expect(risky().asked().attempt(sam, 'pass-verification')).toBe('nothing-to-judge')
    expect(replies(risky()).asked().attempt(sam, 'pass-verification')).toBe('nothing-to-judge')
  })
  it('about the administrator, support records a yes with a note, and may then contact the owner', () => {
    const story = replies(enterprise())
    expect(story.attempt(sam, 'request-owner-contact', { ticket: 'https://support.example/1' })).toBe(
      'consent-first',
    )
    expect(story.attempt(sam, 'answer-owner-contact', { contact: 'yes' })).toBe('invalid-input')
    expect(story.attempt(rosa, 'answer-owner-contact', { contact: 'yes', note: 'x' })).toBe('not-allowed')
    story.does(sam, 'answer-owner-contact', { contact: 'yes', note: '“Yes please”' })
    expect(story.last).toMatchObject({ consent: 'yes', readFromReply: true })
    expect(story.effects.at(-1)).toMatchObject({ kind: 'note' })
    story.ownerContacted()
    expect(waitingOn(story.request)).toBe('team')
  })
  it('or a no, which ends it as silence does', () => {
    const story = replies(enterprise()).does(sam, 'answer-owner-contact', {
      contact: 'no',
      note: '“Rather not”',
    })
    expect(story.request.outcome).toBe('no-permission')
  })
  it('but never an answer that the person didn’t give', () => {
    const input = { contact: 'yes', note: 'They must want it' }
    expect(enterprise().attempt(sam, 'answer-owner-contact', input)).toBe('mailbox-message-missing')
    expect(exporting().attempt(sam, 'ask-for-help', { text: 'x' })).toBe('mailbox-message-missing')
  })
  it('about an export, support records that help is asked for', () => {
    const story = replies(exporting(), 'It breaks off').does(sam, 'ask-for-help', { text: '“It breaks off”' })
    expect(story.state).toBe('processing')
  })
})

describe('a question is asked again', () => {
  const retyped = (story: Story, there: string, back: string) =>
    story.does(sam, 'retype', { type: there, note: 'x' }).does(sam, 'retype', { type: back, note: 'x' })
  const again: Record<string, string> = {
    questions: question,
    enterprise: 'enterprise-user',
    export: 'project-export-self-serve',
  }
  it.each([
    ['questions', () => retyped(risky().asked(), 'marketing-deletion', 'individual-deletion')],
    ['enterprise', () => retyped(enterprise(), 'marketing-deletion', 'enterprise-deletion')],
    ['export', () => retyped(exporting(), 'data-access', 'data-export')],
  ] as const)('%s: when a retype has closed its window', (what, make) => {
    const story = make()
    expect(story.windowEnds).toEqual([])
    expect(waitingOn(story.request)).toBe('support')
    expect(offered(story)[0]).toMatchObject({ preset: { message: again[what] } })
    story.says(again[what] ?? '')
    expect(story.windowEnds).toHaveLength(1)
    expect(waitingOn(story.request)).toBe('requester')
    expect(story.days(8).state, 'and silence ends it as ever').toBe('closed')
  })
  it.each([
    ['questions', () => risky(), (story: Story) => story.asked()],
    [
      'enterprise',
      () => aRequest({ enterprise: true }, { type: 'enterprise-deletion' }),
      (story: Story) => story.begun(),
    ],
    [
      'export',
      () => aRequest({}, { type: 'data-export', country: 'NL' }).begun(),
      (story: Story) => story.selfServed(),
    ],
  ] as const)(
    '%s: when its mail bounced; the mail that bounced is then no trouble any more',
    (what, make, ask) => {
      const story = make()
      story.mailServer = 'bounced'
      ask(story).mailServer = 'accepted'
      expect(story.windowEnds).toEqual([])
      story.says(again[what] ?? '')
      expect(story.windowEnds).toHaveLength(1)
      expect(waitingOn(story.request)).toBe('requester')
    },
  )
  it.each(Object.entries(again))(
    '%s: when an uncertain mail is settled as not sent, it is sent again',
    (what, message) => {
      const start =
        what === 'questions'
          ? risky()
          : what === 'export'
            ? aRequest({}, { type: 'data-export', country: 'NL' }).begun()
            : aRequest({ enterprise: true }, { type: 'enterprise-deletion' })
      start.mailServer = 'uncertain'
      const story = what === 'enterprise' ? start.begun() : start.says(message)
      expect(story.attempt(sam, 'send-message', { message }), 'never blindly').toBe('already-answered')
      story.mailServer = 'accepted'
      const { id } = story.message(message)
      story.does(sam, 'settle-delivery', { message: id, delivered: false })
      expect(waitingOn(story.request)).toBe('requester')
      story.does(system, 'record-delivery', { message: id, result: 'accepted' })
      expect(story.windowEnds).toHaveLength(1)
    },
  )
  it('documents: whenever Privacy needs more', () => {
    expect(replies(deceased()).documentsNeeded().windowEnds).toHaveLength(1)
  })
  it('but not while the person has it', () => {
    expect(risky().asked().attempt(sam, 'send-message', { message: question })).toBe('already-answered')
    expect(enterprise().attempt(sam, 'send-message', { message: 'enterprise-user' })).toBe('already-answered')
    expect(exporting().attempt(sam, 'send-message', { message: 'project-export-self-serve' })).toBe(
      'already-answered',
    )
  })
  it('nor once it is answered: one attempt', () => {
    expect(risky().asked().answered().attempt(sam, 'send-message', { message: question })).toBe(
      'already-answered',
    )
    expect(enterprise().consented().attempt(sam, 'send-message', { message: 'enterprise-user' })).toBe(
      'already-answered',
    )
  })
})
