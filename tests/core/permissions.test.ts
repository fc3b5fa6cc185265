import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { permissionPage } from '@/lib/core/diagram/permission-text'
import type { Actor } from '@/lib/core/people/actor'
import { accountHolderActor, publicActor } from '@/lib/core/people/make-actor'
import { can, mayRun, sight } from '@/lib/core/people/permissions'
import { system } from '@/tests/factories/system'
import { ada, carl, finn, priya, requester, rosa, sam } from './cast'
import { aRequest } from './given'

// The handbook's section 8, letter by letter: S support engineer, R support readiness, C console engineer, F forum admin,
// P privacy, A admin, q the requester, h who reads the account's mailbox, u anybody on the public form, s the system.
const actors: readonly (readonly [string, Actor])[] = [
  ['S', sam],
  ['R', rosa],
  ['C', carl],
  ['F', finn],
  ['P', priya],
  ['A', ada],
  ['q', requester('the-request')],
  ['h', accountHolderActor('the-request')],
  ['u', publicActor()],
  ['s', system],
]

const onRequests: Record<string, string> = {
  // messages, verification, duplicates, notes, assign, withdraw on the requester's message, security review,
  // retry or record checks, retype, escalate, owner contact and decision
  escalate: 'SP',
  'read-answer': 'SP',
  'link-issue': 'SPs',
  'record-issue-failure': 's',
  'request-owner-contact': 'SP',
  'record-owner-decision': 'SP',
  'record-region': 'SP',
  'correct-jurisdiction': 'SP',
  'send-message': 'SP',
  'settle-delivery': 'SP',
  'mark-read': 'SP',
  'record-reply': 'SP',
  'ask-clarification': 'SP',
  'resend-confirmation': 'SPs',
  'pass-verification': 'SP',
  'fail-verification': 'SP',
  'mark-duplicate': 'SP',
  'proceed-despite': 'SP',
  'add-note': 'SP',
  assign: 'SP',
  close: 'SP',
  'request-security-review': 'SP',
  'record-security-review': 'SP',
  'retry-checks': 'SP',
  'record-checks': 'SP',
  retype: 'SP',
  // place a hold, reopen otherwise
  hold: 'SP',
  reopen: 'SP',
  // validate-authority; answer escalations, extend, release a hold
  'validate-authority': 'P',
  'waive-verification': 'P',
  'answer-escalation': 'P',
  'return-escalation': 'P',
  'take-over': 'P',
  'extend-deadline': 'P',
  'open-appeal': 'SPq',
  'open-complaint': 'SPq',
  'answer-appeal': 'P',
  'extend-appeal': 'P',
  'release-hold': 'P',
  // upload to their tasks; the person, what Privacy asked for
  'attach-file': 'SRCFPqs',
  // the person's own
  confirm: 'q',
  disown: 'q',
  'answer-questions': 'q',
  'answer-clarification': 'q',
  'cannot-know': 'q',
  reply: 'q',
  withdraw: 'q',
  'provide-documents': 'q',
  // the person's own, and support's to record where a reply of theirs says so
  'answer-owner-contact': 'SPq',
  'ask-for-help': 'SPq',
  // the person who reads the account's own mailbox
  object: 'h',
  'confirm-authority': 'h',
  // the worker's
  'send-access-link': 's',
  'record-check-results': 's',
  'record-checks-failure': 's',
  'lapse-window': 's',
  'send-reminder': 's',
  'record-delivery': 's',
  'end-hold': 's',
  'remind-privacy': 's',
  'remind-deadline': 's',
}

// By the task's team: support engineer's, support readiness', console engineer's, privacy's, the system's.
const onTasks: Record<string, readonly [string, string, string, string, string]> = {
  // tick and resolve: own team's; privacy any
  'tick-step': ['SP', 'RP', 'CP', 'P', ''],
  'do-step': ['SP', 'RP', 'CP', 'P', ''],
  'stop-step': ['SP', 'RP', 'CP', 'P', ''],
  'search-again': ['SP', 'RP', 'CP', 'P', ''],
  'untick-step': ['SP', 'RP', 'CP', 'P', ''],
  'record-download': ['SP', 'RP', 'CP', 'P', ''],
  'record-list-upload': ['SPs', 'RPs', 'CPs', 'Ps', 's'],
  resolve: ['SP', 'RP', 'CP', 'P', ''],
  'remove-file': ['SP', 'RP', 'CP', 'P', ''],
  assign: ['SP', 'RP', 'CP', 'P', ''],
  // notes on their tasks
  'add-note': ['SP', 'SRP', 'SCP', 'SP', 'SP'],
  'reopen-task': ['P', 'P', 'P', 'P', 'P'],
  'accept-exception': ['P', 'P', 'P', 'P', 'P'],
  'complete-system-task': ['s', 's', 's', 's', 's'],
  'fail-system-task': ['s', 's', 's', 's', 's'],
  // what connected systems do
  'begin-effect': ['s', 's', 's', 's', 's'],
  'record-step-done': ['s', 's', 's', 's', 's'],
  'record-step-failure': ['s', 's', 's', 's', 's'],
  'record-step-exception': ['s', 's', 's', 's', 's'],
  'record-search': ['s', 's', 's', 's', 's'],
}

const letters = (who: Parameters<typeof mayRun>[1], task?: Parameters<typeof mayRun>[2]) =>
  actors
    .filter(([, actor]) => mayRun(actor, who, task))
    .map(([letter]) => letter)
    .join('')

describe('who may do what', () => {
  it('names every command on requests', () => {
    const said = Object.fromEntries([...requestCommands].map(([name, { who }]) => [name, letters(who)]))
    expect(said).toEqual(onRequests)
  })
  it('names every command on tasks, for each team’s', () => {
    const carriers = [
      'support-engineer',
      'support-readiness',
      'console-engineer',
      'privacy',
      'system',
    ] as const
    const said = Object.fromEntries(
      [...taskCommands].map(([name, { who }]) => [name, carriers.map(team => letters(who, { team }))]),
    )
    expect(said).toEqual(onTasks)
  })
  it('Admin, a role over settings, runs no command at all', () => {
    for (const { who } of [...requestCommands.values(), ...taskCommands.values()])
      for (const team of ['support-engineer', 'privacy', 'system'] as const)
        expect(mayRun(ada, who, { team })).toBe(false)
  })
  it('reopening after security-denied is Privacy’s alone', () => {
    const denied = () => aRequest({ accountState: 'banned' }).begun().reviewRequested().reviewed('denied')
    expect(denied().attempt(sam, 'reopen', { reason: 'x' })).toBe('not-allowed')
    expect(denied().attempt(priya, 'reopen', { reason: 'x' })).toBeNull()
  })
})

describe('the permission table', () => {
  const page = permissionPage()
  const listed = (part: string) => [...part.matchAll(/`([\w-]+)`/g)].map(([, name]) => name).toSorted()
  const [, afterRequests = ''] = page.split('## On a request')
  const [ofRequests = '', ofTasks = ''] = afterRequests.split('## On a task')
  it('lists every command once, and none that there isn’t', () => {
    expect(listed(ofRequests)).toEqual([...requestCommands.keys()].toSorted())
    expect(listed(ofTasks)).toEqual([...taskCommands.keys()].toSorted())
  })
  it('has one line for each of the handbook’s words, so that commands on it allow the same people', () => {
    for (const part of [ofRequests, ofTasks]) {
      const words = part.split('\n').flatMap(line => line.match(/^\| ([^|]+) \|/)?.[1] ?? [])
      expect(words).toEqual([...new Set(words)])
    }
  })
  it('is the page in the docs (else: npm run habeas -- machine)', () => {
    expect(readFileSync('docs/permissions.md', 'utf8')).toBe(page)
  })
})

describe('who sees what', () => {
  it('requests', () => {
    expect(sight).toEqual({
      'support-engineer': 'all',
      'support-readiness': 'own-team',
      'console-engineer': 'own-team',
      'forum-admin': 'own-team',
      privacy: 'all',
      admin: 'no-personal-data',
    })
  })
  it.each([
    ['open-request', 'SP'],
    ['see-queue', 'SRCFPA'],
    ['see-tasks', 'SRCFP'],
    ['see-audit', 'SRCFPA'],
    ['see-readers', 'PA'],
    ['edit-risk-policy', 'P'],
    ['edit-templates', 'P'],
    ['see-escalations', 'SP'],
    ['log-off-channel', 'SP'],
    ['see-reports', 'SPA'],
    ['see-handbook', 'SRCFPA'],
    ['edit-handbook', 'P'],
    ['see-suppression', 'P'],
    ['manage-people', 'A'],
    ['manage-tokens', 'A'],
    ['manage-team-addresses', 'A'],
    ['manage-systems', 'A'],
    ['webhooks', 'A'],
    ['retry-parked', 'PA'],
  ] as const)('%s: %s', (ability, who) => {
    const may = actors.filter(([, actor]) => actor.kind === 'staff' && can(actor.role, ability))
    expect(may.map(([letter]) => letter).join('')).toBe(who)
  })
})
