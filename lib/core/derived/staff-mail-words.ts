import { taskPlans } from '../handbook/tasks/index'
import type { Task } from '../request/task'

/** Why Privacy is needed, as a sentence of their mail. */
const notices: ReadonlyMap<string, string> = new Map([
  ['account-changed', 'The account is no longer what the checks found.'],
  ['authority-to-validate', 'The authority to act for somebody waits to be validated.'],
  ['documents-given', 'The documents that you asked for have come.'],
  ['escalation', 'A colleague has a question.'],
  ['exception', 'A task ended as an exception.'],
  ['objection', 'Somebody who reads the account’s own mailbox objects.'],
  ['subscription-hold', 'The account has a subscription, so the request is on hold until it ends.'],
  ['subscription-renewed', 'The subscription was renewed while we waited for its end.'],
])

/** A notice's reason in words; a reason that has none keeps its own, without hyphens. */
export const noticeWords = (reason: string): string => notices.get(reason) ?? reason.replaceAll('-', ' ')

/** What to do on a task, step by step and with the help of each, or its instructions where it has no steps. */
export function taskMailSteps(task: Task | undefined): string[] {
  const steps = (task?.steps ?? []).map(({ label, help }) => (help ? `${label}. ${help}` : label))
  if (steps.length > 0) return steps
  const instructions = task && taskPlans.get(task.key)?.instructions
  return [...(instructions ?? ['Open the request and see what is needed.'])]
}
