import { commandOf } from '../commands/index'
import { resolutionsOf } from '../commands/task/resolve'
import { moveDays } from '../deadlines/days'
import { taskPlans } from '../handbook/tasks/index'
import type { PrivacyRequest } from '../request/request'
import type { Task } from '../request/task'
import { fieldsOf } from './form-fields'

type Answers = Readonly<Record<string, unknown>>

const words = 'Words'
const link = 'https://tickets.example/1'

/**
 * Answers that could be given to what the desk asks for, where `Words` wouldn't do, or where a page or the composer asks
 * instead of the command's own form.
 */
const samples: Readonly<Record<string, Answers>> = {
  'send-message': { note: words },
  'ask-clarification': { question: words },
  close: { note: words, ground: 'other' },
  assign: { to: null },
  'fail-verification': { note: words },
  'request-security-review': { issue: link },
  'record-owner-decision': { granted: true, ticket: link },
  'request-owner-contact': { ticket: link },
  'answer-owner-contact': { note: words },
  'record-region': { region: 'XX-X' },
  'link-issue': { issue: link },
  'record-reply': { at: '1000-01-01', text: words },
  'extend-appeal': { reason: 'complexity', words },
  'answer-appeal': { granted: true },
  'record-checks': {
    emailExists: false,
    usernameExists: false,
    sameAccount: false,
  },
  'reopen-task': { note: words },
  'accept-exception': { note: words },
  'tick-step': { note: words, given: link },
}

/** Answers for everything that a command's form asks for, so that a dry run isn't refused for what nobody has typed yet. */
export function sampleAnswers(command: string, request: PrivacyRequest, task: Task | undefined): Answers {
  if (command === 'resolve' && task) return resolving(request, task)
  if (command === 'extend-deadline') return { notifiedDay: monthAfter(request.dueOn), words }
  if (command === 'correct-jurisdiction') return samePlace(request)
  const sample = samples[command] ?? {}
  return { ...typed(command, task, sample), ...sample }
}

/** Where the person is known to live, once more: whether that is taken doesn't depend on the place. */
const samePlace = ({ country, region }: PrivacyRequest): Answers => ({
  country: country ?? 'DE',
  ...(country && region && { region }),
  note: words,
})

/** Later than the deadline that is extended, and not so late that it takes two people. */
const monthAfter = (dueOn: Date): string => moveDays(dueOn, 30, 'UTC').toISOString().slice(0, 10)

/** Words for every text, and a value for every choice, that the command's own form insists on. */
function typed(command: string, task: Task | undefined, sample: Answers): Answers {
  const known = commandOf({ command, taskId: task?.id })
  const needed = known ? fieldsOf(known, { preset: sample }).filter(({ required }) => required) : []
  return Object.fromEntries(
    needed.flatMap(({ name, kind, choices }) => {
      if (kind.startsWith('line')) return [[name, words]]
      return kind === 'choice' ? [[name, choices[0]?.value]] : []
    }),
  )
}

/** A finding or the first resolution that the task may have now. */
function resolving(request: PrivacyRequest, task: Task): Answers {
  const plan = taskPlans.get(task.key)
  if (!plan) return { note: words }
  if (plan.by !== 'found') return { resolution: resolutionsOf(request, task, plan)[0], note: words }
  return { found: Object.fromEntries((plan.systems ?? []).map(system => [system, true])), note: words }
}
