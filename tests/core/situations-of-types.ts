import type { WaitingOn } from '@/lib/core/request/request'
import { system } from '@/tests/factories/system'
import { priya, requester, type robin, sam } from './cast'
import { aRequest, question, type Story } from './given'
import type { Given } from './runner'

type Situation = readonly [string, WaitingOn, () => Story]
const of =
  (type: string, more: Given = {}) =>
  (account: Partial<typeof robin> | null = {}, given: Given = {}): Story =>
    aRequest(account, { type, ...more, ...given })

const enterprise = (account: Partial<typeof robin> = {}) =>
  of('enterprise-deletion')({ enterprise: true, ...account }).begun()
const deceased = of('deceased-deletion', {
  relationship: 'designated-account-successor',
  requesterEmail: 'kim@family.example',
})
const risky = { rating: 'high' } as const
const access = of('data-access')
const dataExport = of('data-export', { country: 'NL' })
const exporting = () => dataExport().begun().selfServed()
const forum = of('forum-deletion')
const portal = of('portal-deletion', { username: null })
const marketing = of('marketing-deletion', { username: null })

const replied = (story: Story) => story.does(requester(story.request.id), 'reply', { text: 'Here I am' })
const retyped = (story: Story, ...types: string[]) =>
  types.reduce((existing, type) => existing.does(sam, 'retype', { type, note: 'Mistaken' }), story)

const enterpriseSituations: readonly Situation[] = [
  ['enterprise: the person to say', 'requester', () => enterprise()],
  ['enterprise: the person replied', 'support', () => replied(enterprise())],
  [
    'enterprise: the question whose window a retype has closed',
    'support',
    () => retyped(enterprise(), 'marketing-deletion', 'enterprise-deletion'),
  ],
  ['enterprise: the owner to contact', 'support', () => enterprise().consented()],
  ['enterprise: the owner to decide', 'team', () => enterprise().consented().ownerContacted()],
  ['enterprise: the person said no', 'nobody', () => enterprise().consented('no')],
  ['enterprise: silent', 'nobody', () => enterprise().days(8)],
  [
    'enterprise: silent, reopened',
    'requester',
    () => enterprise().days(8).does(sam, 'reopen', { reason: 'x' }),
  ],
  ['enterprise: granted', 'support', () => enterprise().ownerDecided(true)],
  [
    'enterprise: granted, account banned',
    'support',
    () => enterprise({ accountState: 'banned' }).ownerDecided(true),
  ],
  ['enterprise: deleted already', 'support', () => enterprise({ accountState: 'deleted' })],
  [
    'enterprise: deleted by its owner',
    'support',
    () => enterprise({ accountState: 'blocked', blockedReason: 'self_deletion' }),
  ],
]

const deceasedSituations: readonly Situation[] = [
  ['deceased: to validate', 'privacy', () => deceased().begun()],
  ['deceased: documents asked for', 'requester', () => deceased().begun().documentsNeeded()],
  [
    'deceased: documents given',
    'privacy',
    () => {
      const story = deceased().begun().documentsNeeded().days(1)
      return story.does(requester(story.request.id), 'provide-documents')
    },
  ],
  ['deceased: documents asked for, replied', 'privacy', () => replied(deceased().begun().documentsNeeded())],
  ['deceased: objected', 'privacy', () => deceased().begun().objected()],
  ['deceased: validated', 'support', () => deceased().begun().validated()],
  [
    'deceased: validated, risky',
    'support',
    () => deceased({ privateProjects: 1 }, risky).begun().validated(),
  ],
  ['deceased: rejected', 'nobody', () => deceased().begun().rejected()],
  [
    'deceased: rejected, reopened',
    'privacy',
    () => deceased().begun().rejected().does(priya, 'reopen', { reason: 'x' }),
  ],
  ['deceased: no account', 'privacy', () => deceased(null).begun()],
  ['deceased: no account, validated', 'support', () => deceased(null).begun().validated()],
]

const otherSituations: readonly Situation[] = [
  ['portal: submitted', 'requester', () => portal()],
  ['portal: to search', 'support', () => portal().confirmed()],
  ['portal: located', 'team', () => portal().confirmed().located(true)],
  ['portal: fulfilled', 'nobody', () => portal().confirmed().located(false)],
  ['marketing: running', 'system', () => marketing().confirmed()],
  [
    'marketing: failed',
    'privacy',
    () => marketing().confirmed().onTask('marketing-deletion', 'fail-system-task'),
  ],
  ['correction: to work', 'support', () => of('rectification')().begun()],
  [
    'correction: questions to ask',
    'support',
    () => of('rectification')({ privateProjects: 1 }, risky).begun(),
  ],
  ['correction: corrected', 'nobody', () => of('rectification')().begun().completed('correction')],
  ['objection: to decide', 'privacy', () => of('objection', { username: null })().confirmed()],
  [
    'objection: refused on its task',
    'privacy',
    () =>
      of('objection', { username: null })()
        .confirmed()
        .onTask('objection', 'resolve', { resolution: 'exception', note: 'A law demands it' }),
  ],
  ['opt-out: running', 'system', () => of('marketing-opt-out', { username: null })().confirmed()],
  [
    'opt-out: failed',
    'privacy',
    () =>
      of('marketing-opt-out', { username: null })()
        .confirmed()
        .onTask('marketing-opt-out', 'fail-system-task'),
  ],
  ['access: to work', 'support', () => access().begun()],
  ['access: ready to hand over', 'support', () => access().begun().ticked('access').uploaded('access')],
  ['access: questions to ask', 'support', () => access({ privateProjects: 1 }, risky).begun()],
  [
    'access: blocked by its owner, questions to ask',
    'support',
    () =>
      access({ privateProjects: 1, accountState: 'blocked', blockedReason: 'self_deletion' }, risky).begun(),
  ],
  ['access: enterprise', 'nobody', () => access({ enterprise: true }).begun()],
  ['export: the region to ask for', 'support', () => dataExport({}, { country: 'UA' }).begun()],
  ['export: embargoed', 'nobody', () => dataExport({}, { country: 'CU' }).begun()],
  ['export: to send', 'support', () => dataExport().begun()],
  ['export: sent', 'requester', exporting],
  ['export: replied', 'support', () => replied(exporting())],
  [
    'export: the instructions whose window a retype has closed',
    'support',
    () => retyped(exporting(), 'data-access', 'data-export'),
  ],
  ['export: silent', 'nobody', () => exporting().days(8)],
  ['export: silent, reopened', 'requester', () => exporting().days(8).does(sam, 'reopen', { reason: 'x' })],
  ['export: help asked for', 'support', () => exporting().helped()],
  ['export: help asked for, risky', 'support', () => dataExport({}, risky).begun().selfServed().helped()],
  ['export: ready to hand over', 'support', () => exporting().helped().ticked('export').uploaded('export')],
  ['forum: submitted', 'requester', () => forum()],
  ['forum: to work', 'team', () => forum().confirmed()],
  ['forum: not confirmed', 'nobody', () => forum().days(8)],
]

const escalations: readonly Situation[] = [
  ['escalated while submitted', 'privacy', () => aRequest().escalated()],
  ['escalated while checking', 'privacy', () => aRequest().confirmed().escalated()],
  ['escalated while verifying', 'privacy', () => aRequest({ accountState: 'banned' }).begun().escalated()],
  ['escalated while processing', 'privacy', () => aRequest().begun().escalated()],
  [
    'escalated when all else is done',
    'privacy',
    () => aRequest().begun().completed('gitlab-deletion').marketed().escalated().foundNowhere(),
  ],
  ['escalated after the end', 'privacy', () => aRequest(null).begun().does(sam, 'escalate', question)],
  [
    'escalated, the checks failed',
    'privacy',
    () => aRequest().confirmed().does(system, 'record-checks-failure').escalated(),
  ],
]

/** What is particular to each other type, and questions to Privacy. */
export const situationsOfTypes: readonly Situation[] = [
  ...enterpriseSituations,
  ...deceasedSituations,
  ...otherSituations,
  ...escalations,
]
