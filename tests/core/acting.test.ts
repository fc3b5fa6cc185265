import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import { adviceFor } from '@/lib/core/advice/next-step'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { TaskPlan } from '@/lib/core/handbook/tasks/plan'
import { intakeSchema } from '@/lib/core/intake/intake'
import { openQuestions } from '@/lib/core/machine/open-questions'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { ratingOf } from '@/lib/core/request/current'
import { actings } from '@/lib/core/request/request'
import { represent } from '@/lib/core/view/representation'
import { ada, priya, robin, sam } from './cast'
import { aRequest, holder } from './given'
import { type Given, rules, zone } from './runner'

const agent = 'kim@law.example'
const ways = actings.filter(way => way !== 'self')
const actedFor = [...requestTypes.values()].filter(type => type.mayBeActedFor).map(({ key }) => key)
const sent = (account: Partial<AccountFacts> | null = {}, given: Given = {}) =>
  aRequest(account, { actingAs: 'authorized-agent', requesterEmail: agent, ...given })
const asked = (account: Partial<AccountFacts> | null = {}, given: Given = {}) => {
  const story = sent(account, given).confirmed()
  return story.state === 'checking' ? story.checked() : story
}
const form = { type: 'individual-deletion', email: robin.email, username: robin.username }
const wrong = (input: object) => intakeSchema.safeParse(input).error?.issues.map(({ path }) => path.join('.'))

describe('who may act for somebody who is alive', () => {
  it.each(ways)('%s, from a mailbox of their own', actingAs => {
    expect(intakeSchema.safeParse({ ...form, actingAs, requesterEmail: agent }).success).toBe(true)
  })
  it('nobody who gives no address of their own', () => {
    expect(wrong({ ...form, actingAs: 'parent' })).toEqual(['requesterEmail'])
  })
  it('the person themselves is what counts where nothing is said', () => {
    expect(wrong({ ...form, requesterEmail: agent })).toEqual(['requesterEmail'])
    expect(intakeSchema.safeParse({ ...form, actingAs: 'self' }).success).toBe(true)
  })
  it('every public type about the living can be asked for like this, and no other', () => {
    for (const { key, openedBy, about, mayBeActedFor } of requestTypes.values())
      expect(mayBeActedFor ?? false, key).toBe(openedBy === 'public' && about === 'me')
    const died = { ...form, type: 'deceased-deletion', relationship: 'authorized-agent' }
    expect(wrong({ ...died, actingAs: 'parent', requesterEmail: agent })).toEqual(['actingAs'])
  })
  it('shows to those who see the person, and to nobody else', () => {
    const seen = (actor: typeof priya) => represent(asked().request, actor, zone, rules).actingAs
    expect([seen(priya), seen(sam), seen(ada)]).toEqual(['authorized-agent', 'authorized-agent', null])
  })
  it('the subject type stays the type’s own', () => {
    expect(asked({}, { type: 'portal-deletion' }).request.subjectType).toBe('portal')
  })
})

describe.each(actedFor)('%s, asked for by somebody else', type => {
  const usual = type === 'enterprise-deletion' ? { enterprise: true } : {}
  const begun = (given: Given = {}) => asked(usual, { type, ...given })
  it('is on hold until Privacy has validated the authority', () => {
    const story = begun()
    expect([story.state, story.openHolds, waitingOn(story.request)]).toEqual([
      'verifying',
      ['authority'],
      'privacy',
    ])
    expect(story.told('privacy')).toContain('authority-to-validate')
    expect(adviceFor(story.request)[0]?.steps.map(({ command }) => command)).toContain('validate-authority')
    expect(story.attempt(sam, 'validate-authority', { valid: true, note: 'x' })).toBe('not-allowed')
    expect(story.attempt(priya, 'release-hold', { note: 'x' })).toBe('use-command')
    expect(story.days(60).openHolds).toEqual(['authority'])
  })
  it('tells the account’s own addresses', () => {
    expect(begun().effects).toContainEqual({ kind: 'warn-account' })
  })
  it('goes on as its type once the authority is validated', () => {
    const mine = aRequest(usual, { type }).confirmed()
    if (mine.state === 'checking') mine.checked()
    expect(begun().validated().state).toBe(mine.state)
  })
  it('ends as not established where the authority is rejected, and never fulfilled', () => {
    const story = begun().rejected()
    expect(story.request.outcome).toBe('no-authority')
    expect([story.sent.at(-1), story.tasksThat('open')]).toEqual(['authority-not-established', []])
    expect(story.sent).not.toContain('request-fulfilled')
  })
  it('mails who acts, and the person only where they are asked to confirm', () => {
    const story = begun().validated({ confirmation: true })
    const to = story.effects.flatMap(effect =>
      effect.kind === 'message' && effect.to === 'subject' ? [effect.key] : [],
    )
    expect(to).toEqual(['subject-confirmation'])
  })
})

describe('before the authority is validated', () => {
  const answers = (account: Partial<AccountFacts> | null, type = 'individual-deletion') => {
    const { request, sent } = asked(account, { type })
    return [request.state, request.type, request.outcome, sent]
  }
  it.each(['individual-deletion', 'data-access'])(
    '%s: a stranger learns nothing about the account, not even whether there is one',
    type => {
      for (const account of [null, { enterprise: true }, { accountState: 'deleted' as const }])
        expect(answers(account, type)).toEqual(answers({}, type))
    },
  )
  it('a request without an account ends once Privacy has validated', () => {
    expect(asked(null).validated().request.outcome).toBe('no-account')
  })
  it('an enterprise account makes it another type only then, with that type’s requirements', () => {
    const story = asked({ enterprise: true }).validated()
    expect([story.request.type, story.sent.at(-1)]).toEqual(['enterprise-deletion', 'enterprise-user'])
  })
  it('an account that is gone by then leaves nothing to be erased that questions would have protected', () => {
    const story = asked(
      { accountState: 'deleted', enterprise: false, privateProjects: 1 },
      { type: 'enterprise-deletion', rating: 'high' },
    )
    story.does(priya, 'validate-authority', { valid: true, note: 'Signed.' })
    expect(story.request).toMatchObject({ type: 'individual-deletion', outcome: 'already-deleted' })
    expect(story.tasksThat('open')).toEqual([])
  })
  it('an organisation’s account is not handed over', () => {
    const story = asked({ enterprise: true }, { type: 'data-access' }).validated()
    expect(story.request.outcome).toBe('not-controller')
  })
  it('the rating is neither shown nor used', () => {
    const story = asked({ privateProjects: 1 }, { rating: 'high' })
    expect(ratingOf(story.request)?.rating).toBe('high')
    expect(represent(story.request, priya, zone, rules).risk).toBeNull()
    const message = 'high-risk-gitlab-account-verification-question'
    expect(story.attempt(sam, 'send-message', { message })).toBe('questions-not-needed')
    expect(story.validated().attempt(sam, 'send-message', { message })).toBeNull()
  })
  it('correcting the type is no way around it', () => {
    for (const type of ['marketing-deletion', 'data-access'])
      expect(asked().attempt(priya, 'retype', { type, note: 'x' })).toBe('use-command')
    const early = sent().confirmed()
    expect(early.attempt(sam, 'retype', { type: 'data-export', note: 'x' })).toBe('type-needs-more')
    early.does(sam, 'retype', { type: 'data-access', note: 'x' })
    expect(early.checked().openHolds).toEqual(['authority'])
  })
  it('what Privacy validated for somebody who is alive doesn’t do for somebody who has died, nor the reverse', () => {
    const to = { type: 'deceased-deletion', note: 'x' }
    for (const type of ['marketing-deletion', 'individual-deletion'])
      for (const confirmation of [true, false]) {
        const story = asked({}, { type, relationship: 'authorized-agent' }).validated({ confirmation })
        expect(story.attempt(sam, 'retype', to), type).toBe('type-needs-more')
      }
    const died = asked({}, { type: 'deceased-deletion', requesterEmail: robin.email }).validated()
    expect(died.attempt(sam, 'retype', { type: 'marketing-deletion', note: 'x' })).toBe('type-needs-more')
    const early = sent({}, { relationship: 'authorized-agent' }).confirmed()
    early.does(sam, 'retype', to)
    expect(early.checked().openHolds).toEqual(['authority'])
  })
  it('documents are asked for as for somebody who has died, for 30 days', () => {
    const story = asked().documentsNeeded()
    expect(story.windowEnds).toEqual(['2026-07-01T23:59:59'])
    expect(openQuestions(story.request).map(({ kind }) => kind)).toEqual(['documents'])
    expect(story.clock('2026-07-02T00:00').request.outcome).toBe('no-authority')
  })
})

describe('the person’s own confirmation', () => {
  const waiting = () => asked().validated({ confirmation: true })
  it('is asked for where Privacy wants it, and the work waits for it', () => {
    const story = waiting()
    expect([story.state, story.openHolds, story.windowEnds]).toEqual([
      'verifying',
      [],
      ['2026-06-15T23:59:59'],
    ])
    expect(story.tryTask('gitlab-deletion', 'tick-step', { step: 'delete-blocking-groups' })).toBe(
      'not-destructive-yet',
    )
    expect(adviceFor(story.request)[0]?.say).toMatch(/Wait for the person to confirm/)
  })
  it('lets it go on', () => {
    expect(waiting().does(holder('x'), 'confirm-authority').state).toBe('processing')
  })
  it('can be given by nobody else, and not unasked', () => {
    const story = waiting()
    for (const actor of [sam, priya]) expect(story.attempt(actor, 'confirm-authority')).toBe('not-allowed')
    expect(asked().attempt(holder('x'), 'confirm-authority')).toBe('not-asked')
    expect(asked().validated().attempt(holder('x'), 'confirm-authority')).not.toBeNull()
  })
  it('refused is an objection: Privacy decides, and nothing is deleted', () => {
    const story = waiting().objected()
    expect([story.openHolds, waitingOn(story.request)]).toEqual([['objection'], 'privacy'])
  })
  it('is not asked of a child, nor of somebody who has died', () => {
    const refused = (story: ReturnType<typeof asked>) =>
      story.attempt(priya, 'validate-authority', { valid: true, note: 'x', confirmation: true })
    expect(refused(asked({}, { actingAs: 'parent' }))).toBe('contradiction')
    expect(refused(asked({}, { type: 'deceased-deletion', actingAs: 'self' }))).toBe('contradiction')
    expect(asked({}, { actingAs: 'parent' }).validated().state).toBe('processing')
  })
  it('is mailed once, and again only where the first mail did not arrive', () => {
    const story = waiting()
    const again = { message: 'subject-confirmation' }
    expect(story.attempt(priya, 'send-message', again)).toBe('already-answered')
    expect(story.attempt(sam, 'send-message', again)).toBe('not-allowed')
    const bounced = asked()
    bounced.mailServer = 'bounced'
    bounced.validated({ confirmation: true })
    bounced.mailServer = 'accepted'
    expect(bounced.attempt(priya, 'send-message', again)).toBeNull()
    expect(bounced.windowEnds).toHaveLength(1)
  })
})

describe('four eyes', () => {
  it('are always on: nobody both validates and carries out', () => {
    const story = asked({}, { rules: { fourEyes: [] } }).validated()
    const step = { step: 'delete-blocking-groups', note: 'x' }
    expect(story.tryTask('gitlab-deletion', 'tick-step', step, priya)).toBe('four-eyes')
    expect(story.tryTask('gitlab-deletion', 'tick-step', step, sam)).toBeNull()
  })
})

describe('what is handed over', () => {
  it('goes to who acts, and only after the validation', () => {
    const story = asked({}, { type: 'data-access' })
    expect(story.tryTask('access', 'resolve', { resolution: 'complete' })).not.toBeNull()
    story.validated().completed('access')
    expect(
      story.effects.find(effect => effect.kind === 'message' && effect.key === 'files-ready'),
    ).toMatchObject({ to: 'requester' })
    expect(story.request.requesterEmail).toBe(agent)
  })
  it('is spoken of as the person’s, never as the agent’s', () => {
    const story = asked().validated().completed('gitlab-deletion').foundNowhere().marketed()
    const told = Object.values(story.variables('request-fulfilled')).flat().join()
    expect(told).toMatch(/The account and its own projects were deleted/)
    expect(told).not.toMatch(/\byour?\b/i)
  })
  const plansOf = (plan: TaskPlan): TaskPlan[] => [
    plan,
    ...Object.values(plan.followUps ?? {}).flatMap(plansOf),
  ]
  const plans = [...requestTypes.values()]
    .filter(type => type.mayBeActedFor || type.about === 'deceased')
    .flatMap(type => type.tasks.flatMap(plansOf))
  const said = ['doneWords', 'stoppedWords', 'notFoundWords', 'notDoneWords', 'dataWords'] as const
  it.each([...new Set(plans)].map(plan => [plan.key, plan] as const))('in every word of %s', (_key, plan) => {
    for (const words of said)
      expect({ ...plan, ...plan.ofAnother }[words] ?? '', words).not.toMatch(/\byour\b|about you\b/i)
  })
})
