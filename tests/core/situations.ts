import type { WaitingOn } from '@/lib/core/request/request'
import { system } from '@/tests/factories/system'
import { priya, requester, robin, sam } from './cast'
import { aRequest, type Story, siblings } from './given'
import { situationsOfTypes } from './situations-of-types'

const risky = (more: object = {}) => aRequest({ privateProjects: 1, ...more }, { rating: 'high' }).begun()
const banned = () => aRequest({ accountState: 'banned' }).begun()
const working = () => aRequest().begun()
const ownDeletion = { accountState: 'blocked', blockedReason: 'self_deletion' } as const
const late = (story: Story) => story.does(requester(story.request.id), 'reply', { text: 'Here I am' })
const retyped = (story: Story, ...types: string[]) =>
  types.reduce((existing, type) => existing.does(sam, 'retype', { type, note: 'Mistaken' }), story)
const silent = () => risky().asked().clock('2026-06-09T00:00')
const refuse = { outcome: 'refused', note: 'Tax law' }
const onlyPortalLeft = () =>
  working().completed('gitlab-deletion').marketed().found({ zendesk: false, customersPortal: true })

function withMail(
  result: 'bounced' | 'uncertain' | 'silent',
  make: () => Story,
  act: (story: Story) => Story,
): Story {
  const story = make()
  story.mailServer = result
  act(story).mailServer = 'accepted'
  return story
}

const unreached = () => withMail('bounced', aRequest, story => story.does(sam, 'resend-confirmation'))

function duplicate(): Story {
  const earlier = aRequest({ accountState: 'banned' }, { name: 'earlier', on: '2026-05-01T12:00' }).begun()
  const later = banned()
  siblings(earlier, later)
  return later
}

function renewed(): Story {
  const story = aRequest({ subscriptionEndsOn: '2026-06-10' }).begun()
  story.account = { ...robin, subscriptionEndsOn: '2027-06-10' }
  return story.clock('2026-06-11T00:00')
}

function unblockedSince(): Story {
  const story = banned().reviewRequested().reviewed('denied')
  story.account = robin
  return story
}

function changed(): Story {
  const story = working()
  story.account = { ...robin, email: 'other@people.example' }
  story.tryTask('gitlab-deletion', 'tick-step', { step: 'delete-blocking-groups' })
  return story
}

/** Every situation in the life of a request, and whose turn it is then. Each call makes it anew. */
export const situations: readonly (readonly [string, WaitingOn, () => Story])[] = [
  ['submitted', 'requester', () => aRequest()],
  [
    'submitted again',
    'requester',
    () => aRequest().clock('2026-06-09T00:00').does(sam, 'reopen', { reason: 'Asked' }),
  ],
  ['submitted, its mail bounced', 'support', () => unreached()],
  ['checking', 'system', () => aRequest().confirmed()],
  [
    'checking an account to verify',
    'system',
    () => aRequest({ privateProjects: 1 }, { rating: 'high' }).confirmed(),
  ],
  ['checking, on hold', 'system', () => aRequest().confirmed().held()],
  ['checks failed', 'support', () => aRequest().confirmed().does(system, 'record-checks-failure')],
  ['a duplicate', 'support', duplicate],
  ['questions to ask', 'support', () => risky()],
  ['questions to ask, on hold', 'privacy', () => risky().held()],
  ['questions sent, mail queued', 'requester', () => withMail('silent', risky, story => story.asked())],
  ['questions sent, mail uncertain', 'support', () => withMail('uncertain', risky, story => story.asked())],
  ['questions sent, mail bounced', 'support', () => withMail('bounced', risky, story => story.asked())],
  ['questions open', 'requester', () => risky().asked()],
  ['answers to judge', 'support', () => risky().asked().answered()],
  ['questions replied to', 'support', () => late(risky().asked())],
  [
    'questions sent, mail bounced, asked again',
    'requester',
    () => withMail('bounced', risky, story => story.asked()).asked(),
  ],
  [
    'questions whose window a retype has closed',
    'support',
    () => retyped(risky().asked(), 'marketing-deletion', 'individual-deletion'),
  ],
  ['verifying again', 'requester', () => silent().does(sam, 'reopen', { reason: 'Was away' })],
  ['security review to ask for', 'support', () => banned()],
  ['security review asked for', 'team', () => banned().reviewRequested()],
  ['deleted by its owner, questions due', 'support', () => risky(ownDeletion)],
  ['deleted by its owner', 'support', () => aRequest(ownDeletion).begun()],
  ['an enterprise account', 'requester', () => aRequest({ enterprise: true }).begun()],
  ['processing', 'support', working],
  [
    'processing, asked for by an agent',
    'support',
    () => aRequest({}, { relationship: 'authorized-agent' }).begun(),
  ],
  ['processing, deletion begun', 'support', () => working().ticked('gitlab-deletion', 2)],
  ['already deleted, the rest open', 'support', () => working().vanished().says('account-already-deleted')],
  ['subscription not over', 'system', () => aRequest({ subscriptionEndsOn: '2026-06-10' }).begun()],
  ['subscription renewed', 'privacy', renewed],
  ['account changed', 'privacy', changed],
  ['on hold', 'privacy', () => working().held()],
  ['on hold until a day', 'system', () => working().held('2026-06-05')],
  ['a follow-up left', 'team', onlyPortalLeft],
  ['the system’s task left', 'system', () => working().completed('gitlab-deletion').foundNowhere()],
  [
    'the system’s task failed',
    'privacy',
    () =>
      working().completed('gitlab-deletion').foundNowhere().onTask('marketing-deletion', 'fail-system-task'),
  ],
  [
    'an exception',
    'privacy',
    () =>
      onlyPortalLeft().onTask('customers-portal-deletion', 'resolve', {
        resolution: 'exception',
        note: 'Invoice',
      }),
  ],
  ['fulfilled', 'nobody', () => working().completed('gitlab-deletion').foundNowhere().marketed()],
  [
    'fulfilled, mail uncertain',
    'support',
    () =>
      withMail(
        'uncertain',
        () => working().completed('gitlab-deletion').foundNowhere(),
        story => story.marketed(),
      ),
  ],
  ['unconfirmed', 'nobody', () => aRequest().clock('2026-06-09T00:00')],
  ['unconfirmed, its mail bounced', 'nobody', () => unreached().clock('2026-06-09T00:00')],
  ['not verified', 'nobody', silent],
  ['not verified, answered late', 'support', () => late(silent())],
  ['security denied', 'nobody', () => banned().reviewRequested().reviewed('denied')],
  ['security denied, unblocked since', 'nobody', unblockedSince],
  ['security denied, answered late', 'privacy', () => late(banned().reviewRequested().reviewed('denied'))],
  ['no account', 'nobody', () => aRequest(null).begun()],
  ['no account, answered late', 'support', () => late(aRequest(null).begun())],
  ['withdrawn', 'nobody', () => working().does(requester('the-request'), 'withdraw')],
  ['refused', 'nobody', () => working().does(priya, 'close', refuse)],
  ...situationsOfTypes,
]
