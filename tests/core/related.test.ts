import { describe, expect, it } from 'vitest'
import { adviceFor, whyNot } from '@/lib/core/advice/next-step'
import { failedAttempts } from '@/lib/core/derived/verification/attempts'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { originalsOf } from '@/lib/core/request/current'
import { system } from '@/tests/factories/system'
import fc from '@/tests/support/property'
import { priya, requester, robin, sam } from './cast'
import { aRequest, type Story, siblings } from './given'
import { rules } from './runner'

const gitlab = 'gitlab-deletion'
const access = () => aRequest({}, { name: 'access', type: 'data-access' }).begun()
const deletion = (type = 'individual-deletion') =>
  aRequest({}, { name: 'deletion', type, on: '2026-06-02T12:00' })
const tick = (story: Story) => story.tryTask(gitlab, 'tick-step', { step: 'delete-blocking-groups' })
const says = (story: Story) => adviceFor(story.request).map(({ say }) => say)

function both(handedOver = access(), deleting = deletion().begun()) {
  siblings(handedOver, deleting)
  return { handedOver, deleting }
}

describe('a deletion while an access or export of the account is open', () => {
  it('waits before its first destructive step, and names the other request', () => {
    const { deleting } = both()
    expect(
      deleting.decide(sam, 'tick-step', { step: 'delete-blocking-groups' }, deleting.task(gitlab)),
    ).toEqual(expect.objectContaining({ ok: false, reason: 'access-open', detail: 'PR-access' }))
    expect(says(deleting)[0]).toContain('PR-access')
    expect(deleting.tryTask('marketing-deletion', 'complete-system-task')).toBe('access-open')
  })
  it('offers no step that it would refuse', () => {
    const { deleting } = both()
    const offered = adviceFor(deleting.request).flatMap(({ steps }) => steps)
    expect(offered.map(({ preset }) => preset?.step)).not.toContain('delete-blocking-groups')
    expect(offered[0]).toMatchObject({ command: 'proceed-despite' })
  })
  it('goes on once it is handed over', () => {
    const { handedOver, deleting } = both()
    handedOver.completed('access')
    siblings(handedOver, deleting)
    expect(tick(deleting)).toBeNull()
  })
  it('mails its team once it can be worked: not while it waits, and as soon as somebody says why not', () => {
    const deleting = deletion().confirmed()
    siblings(access(), deleting)
    const mailed = () =>
      deleting.effects.flatMap(effect =>
        effect.kind === 'team-mail' && effect.key === 'task-opened'
          ? [deleting.request.tasks.find(({ id }) => id === effect.taskId)?.key]
          : [],
      )
    deleting.checked()
    expect(deleting.state).toBe('processing')
    expect(mailed(), 'a search changes nothing').toEqual(['zendesk-cdot-deletion'])
    deleting.does(sam, 'proceed-despite', { note: 'They fetched it elsewhere' })
    expect(mailed()).toEqual(['zendesk-cdot-deletion', gitlab])
  })
  it('goes on when a person says why not, and then the system’s own task starts', () => {
    const { deleting } = both()
    const before = deleting.effects.length
    deleting.does(sam, 'proceed-despite', { note: 'They fetched it elsewhere' })
    expect(deleting.last).toMatchObject({ despite: 'PR-access' })
    expect(deleting.effects.slice(before)).toContainEqual(expect.objectContaining({ kind: 'system-task' }))
    expect(tick(deleting)).toBeNull()
    expect(deleting.attempt(sam, 'proceed-despite', { note: 'x' })).toBe('waits-for-nothing')
  })
  it('waits for one that is opened after somebody said why not', () => {
    const { handedOver, deleting } = both()
    deleting.does(sam, 'proceed-despite', { note: 'x' })
    const later = aRequest({}, { name: 'later', type: 'data-export', country: 'NL' }).begun()
    siblings(handedOver, deleting, later)
    expect(tick(deleting)).toBe('access-open')
  })
  it('waits for none that isn’t confirmed, and not once the deletion has begun', () => {
    expect(tick(both(aRequest({}, { name: 'access', type: 'data-access' })).deleting)).toBeNull()
    const begun = deletion().begun().ticked(gitlab, 1)
    expect(begun.tryTask(gitlab, 'tick-step', { step: begun.task(gitlab).steps[1]?.key })).toBeNull()
    const { deleting } = both(access(), deletion().begun().ticked(gitlab, 1))
    expect(deleting.tryTask(gitlab, 'tick-step', { step: deleting.task(gitlab).steps[1]?.key })).toBeNull()
  })
  it.each(['marketing-deletion', 'portal-deletion'])('holds for %s, too', type => {
    const { deleting } = both(access(), deletion(type).confirmed())
    expect(says(deleting)[0]).toContain('PR-access')
    const system = deleting.request.tasks.find(task => task.team === 'system')
    if (system) expect(deleting.tryTask(system.key, 'complete-system-task')).toBe('access-open')
  })
  it('is named on the access, too', () => {
    expect(says(both().handedOver).at(-1)).toContain('PR-deletion')
  })
  it('holds back nothing on the access itself, and no access waits for a deletion', () => {
    expect(both().handedOver.completed('access').request.outcome).toBe('fulfilled')
  })
  it('destroys nothing before the hand-over, in any order of what the two requests go through', () => {
    const act = fc.constantFrom('tick', 'search', 'system', 'hand over', 'note')
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), acts => {
        const { handedOver, deleting } = both()
        let free = false
        for (const next of acts) {
          const gone = () => deleting.request.erasureBegunAt !== null
          if (next === 'hand over' && handedOver.state !== 'closed') handedOver.completed('access')
          if (next === 'note') deleting.attempt(sam, 'proceed-despite', { note: 'x' })
          free ||= next === 'hand over' || next === 'note'
          siblings(handedOver, deleting)
          if (deleting.state === 'closed') continue
          if (next === 'tick') tick(deleting)
          if (next === 'search')
            deleting.tryTask('zendesk-cdot-deletion', 'resolve', {
              found: { zendesk: false, customersPortal: false },
            })
          if (next === 'system') deleting.tryTask('marketing-deletion', 'complete-system-task')
          if (!free) expect([gone(), deleting.task('marketing-deletion').state]).toEqual([false, 'open'])
        }
      }),
    )
  })
})

describe('a correction beside a deletion', () => {
  it('is named on both, and neither waits for the other', () => {
    const correcting = aRequest({}, { name: 'correction', type: 'rectification' }).begun()
    const { deleting } = both(correcting)
    expect(says(deleting).at(-1)).toContain('PR-correction')
    expect(says(correcting).at(-1)).toContain('PR-deletion')
    expect(tick(deleting)).toBeNull()
    siblings(correcting.completed('correction'), deleting)
    expect(says(deleting).join()).not.toContain('PR-correction')
  })
})

describe('an access whose account was deleted meanwhile', () => {
  it('says so, and “Not Found” doesn’t tell the person that nothing was held', () => {
    const { handedOver, deleting } = both()
    deleting.does(sam, 'proceed-despite', { note: 'x' }).completed(gitlab).foundNowhere().marketed()
    siblings(handedOver, deleting)
    expect(says(handedOver)[0]).toContain('PR-deletion')
    expect(handedOver.tryTask('access', 'resolve', { resolution: 'not_found' })).toBe('deleted-meanwhile')
  })
})

describe('somebody else’s request about the same account', () => {
  const theirs = (more: object = {}) =>
    aRequest(
      { privateProjects: 1 },
      {
        name: 'foreign',
        rating: 'high',
        on: '2026-05-01T12:00',
        requesterEmail: 'stranger@elsewhere.example',
        ...more,
      },
    ).begun()
  const mine = () => aRequest({ privateProjects: 1 }, { name: 'mine', rating: 'high' }).begun()

  it('is no duplicate: not recommended, not permitted, by either way', () => {
    const own = mine()
    siblings(theirs(), own)
    expect(originalsOf(own.request)).toEqual([])
    for (const of of [undefined, 'PR-foreign']) {
      expect(own.attempt(sam, 'mark-duplicate', { of })).toBe('another-requester')
      expect(own.attempt(sam, 'send-message', { message: 'duplicate-request', of })).toBe('another-requester')
    }
    expect(own.state).toBe('verifying')
  })
  it('leaves whose turn it is alone, and leads to Privacy', () => {
    const own = mine()
    const alone = waitingOn(own.request)
    siblings(theirs(), own)
    expect(waitingOn(own.request)).toBe(alone)
    const advice = adviceFor(own.request).find(({ say }) => say.includes('Somebody else asks'))
    expect(advice).toMatchObject({
      say: expect.stringContaining('PR-foreign'),
      steps: [{ command: 'escalate' }],
    })
  })
  it('leads to Privacy on the earlier request, too, no matter what Privacy was asked before', () => {
    const asks = ({ request }: Story) =>
      adviceFor(request).some(({ say }) => say.includes('Somebody else asks'))
    const first = theirs()
      .escalated()
      .does(priya, 'answer-escalation', { answer: 'Go on' })
      .does(sam, 'read-answer')
    const own = mine()
    siblings(first, own)
    expect([asks(first), asks(own)]).toEqual([true, true])
    for (const story of [first, own]) story.clock('2026-06-02T12:00').escalated()
    for (const story of [first, own]) story.does(priya, 'answer-escalation', { answer: 'Two people' })
    expect([asks(first), asks(own)]).toEqual([false, false])
  })
  it('of a real successor isn’t closed for a stranger’s', () => {
    const given = { type: 'deceased-deletion', relationship: 'designated-account-successor' } as const
    const stranger = aRequest({}, { ...given, name: 'foreign', requesterEmail: 'stranger@elsewhere.example' })
    const successor = aRequest(
      {},
      {
        ...given,
        name: 'successor',
        on: '2026-06-02T12:00',
        requesterEmail: 'kim@family.example',
      },
    )
    siblings(stranger.begun(), successor.begun())
    expect(waitingOn(successor.request)).toBe('privacy')
    expect(successor.attempt(priya, 'mark-duplicate')).toBe('another-requester')
  })
  it('closes nothing as its duplicate, in any order', () => {
    const mailboxes = [robin.email, 'stranger@elsewhere.example', 'kim@family.example']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...mailboxes), { minLength: 2, maxLength: 4 }),
        fc.nat(3),
        (who, pick) => {
          const stories = who.map((requesterEmail, at) =>
            aRequest({}, { name: `n${at}`, on: `2026-06-0${at + 1}T12:00`, requesterEmail }).begun(),
          )
          siblings(...stories)
          const story = stories[pick % stories.length]
          for (const other of stories) story?.attempt(sam, 'mark-duplicate', { of: other.request.reference })
          const original = stories.find(({ request }) => request.id === story?.request.links[0]?.otherId)
          if (original) expect(original.request.requesterEmail).toBe(story?.request.requesterEmail)
        },
      ),
    )
  })
})

describe('a failed verification', () => {
  const risky = (name: string, day: number) =>
    aRequest({ privateProjects: 1 }, { name, rating: 'high', on: `2026-06-0${day}T12:00` })
  const failed = (name: string, day: number) =>
    risky(name, day).begun().asked().does(sam, 'fail-verification', { note: 'Wrong' })
  function next(...before: Story[]): Story {
    const story = risky('next', 9)
    siblings(...before, story)
    return story.begun()
  }
  const question = 'high-risk-gitlab-account-verification-question'
  const eyes = { actor: sam, rules }

  it('is a signal of the next request, silence included', () => {
    const silent = risky('silent', 1).begun().asked().days(9)
    expect(silent.request.outcome).toBe('not-verified')
    expect(failedAttempts(next(silent).request)).toBe(1)
    expect(failedAttempts(next().request)).toBe(0)
  })
  it('leaves a second attempt to support', () => {
    const story = next(failed('a', 1))
    expect(waitingOn(story.request)).toBe('support')
    expect(story.asked().answered().passed().state).toBe('processing')
  })
  it('makes a third attempt within a year Privacy’s', () => {
    const story = next(failed('a', 1), failed('b', 2))
    expect(waitingOn(story.request)).toBe('privacy')
    expect(story.effects).toContainEqual(
      expect.objectContaining({ team: 'privacy', key: 'privacy-notice', reason: 'third-attempt' }),
    )
    expect(says(story)[0]).toContain('Privacy decides')
    const [step] = adviceFor(story.request)[0]?.steps ?? []
    expect(step && whyNot(story.request, step, eyes)).toBe('not-allowed')
    expect(story.attempt(sam, 'send-message', { message: question })).toBe('third-attempt')
    story.does(priya, 'send-message', { message: question }).answered()
    expect(story.attempt(sam, 'pass-verification')).toBe('third-attempt')
    expect(story.does(priya, 'pass-verification').state).toBe('processing')
  })
  it('counts answers that were taken back with their request as an attempt, but as no failure', () => {
    const tried = (name: string, day: number) => {
      const story = risky(name, day).begun().asked().answered()
      return story.does(requester(story.request.id), 'withdraw')
    }
    const story = next(tried('a', 1), tried('b', 2))
    expect([waitingOn(story.request), failedAttempts(story.request)]).toEqual(['privacy', 0])
    expect(story.attempt(sam, 'send-message', { message: question })).toBe('third-attempt')
    expect(waitingOn(next(tried('a', 1), failed('b', 2)).request)).toBe('privacy')
  })
  it('counts neither a request that was withdrawn unanswered, nor answers that are still to be judged', () => {
    const asked = risky('a', 1).begun().asked()
    asked.does(requester(asked.request.id), 'withdraw')
    expect(waitingOn(next(asked, failed('b', 2)).request)).toBe('support')
    const open = aRequest({ privateProjects: 1 }, { name: 'c', rating: 'high', type: 'data-access' })
    expect(waitingOn(next(open.begun().asked().answered(), failed('b', 2)).request)).toBe('support')
  })
  it('counts on the same request, too, so that reopening asks no third time by itself', () => {
    const story = failed('a', 1).does(sam, 'reopen', { reason: 'Asked' })
    story.does(sam, 'fail-verification', { note: 'Wrong' }).does(sam, 'reopen', { reason: 'Asked' })
    expect(story.request.verifications).toHaveLength(2)
    expect(waitingOn(story.request)).toBe('privacy')
  })
  it('lets the system end it after silence as ever', () => {
    const story = next(failed('a', 1), failed('b', 2)).does(priya, 'send-message', { message: question })
    expect(story.days(9).request.outcome).toBe('not-verified')
    expect(story.facts.at(-1)?.by).toBe(system.kind)
  })
})
