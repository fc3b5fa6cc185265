import { resolutionsOf } from '../commands/task/resolve'
import { taskPlans } from '../handbook/tasks/index'
import type { PrivacyRequest } from '../request/request'
import type { Task } from '../request/task'

type Answers = Readonly<Record<string, unknown>>

const words = 'Words'
const link = 'https://tickets.example/1'

/** What the desk's form for each command asks for, each field with an answer that could be given. */
const samples: Readonly<Record<string, Answers>> = {
  hold: { reason: words },
  escalate: { reason: words, question: words, checked: words },
  retype: { note: words },
  reopen: { reason: words },
  close: { note: words },
  assign: { to: null },
  'fail-verification': { note: words },
  'request-security-review': { issue: link },
  'record-owner-decision': { granted: true, ticket: link },
  'request-owner-contact': { ticket: link },
  'answer-owner-contact': { note: words },
  'validate-authority': { note: words },
  'ask-for-help': { text: words },
  'record-region': { region: 'XX-X', note: words },
  'release-hold': { note: words },
  'answer-escalation': { answer: words },
  'return-escalation': { comment: words },
  'extend-deadline': { notifiedDay: '2999-12-31' },
  'open-appeal': { ground: words },
  'answer-appeal': { granted: true, answer: words },
  'record-checks': {
    emailExists: false,
    usernameExists: false,
    sameAccount: false,
    source: words,
    note: words,
  },
  'reopen-task': { note: words },
  'tick-step': { note: words },
}

/** Answers for everything that a command's form asks for, so that a dry run isn't refused for what nobody has typed yet. */
export function sampleAnswers(command: string, request: PrivacyRequest, task: Task | undefined): Answers {
  return command === 'resolve' && task ? resolving(request, task) : (samples[command] ?? {})
}

/** A finding or the first resolution that the task may have now. */
function resolving(request: PrivacyRequest, task: Task): Answers {
  const plan = taskPlans.get(task.key)
  if (!plan) return { note: words }
  if (plan.by !== 'found') return { resolution: resolutionsOf(request, task, plan)[0], note: words }
  return { found: Object.fromEntries((plan.systems ?? []).map(system => [system, true])), note: words }
}
