import { addJob, type JobOptions } from '../database/jobs'
import type { AnyTx } from '../database/prisma-of'

/** Jobs that look at connected systems a turn at a time: what isn't true yet is looked at again by the next. */
export const turnJobs = [
  'do-step',
  'search-systems',
  'open-issue',
  'system-task',
  'answer-ticket',
  'notify-channel',
] as const
export type TurnJob = (typeof turnJobs)[number]

/** The key of a thing's job in the queue. */
export const turnKey = (name: TurnJob, id: string): string => `${name}:${id}`

/**
 * Queues a turn. There is one job at a time for each thing: a turn that queues the next is over by that, even when its worker dies
 * before saying so, and so two workers never follow the same thing.
 * @param id of the run, the task, the issue or the entry
 */
export async function addTurn(
  tx: AnyTx,
  name: TurnJob,
  id: string,
  payload: Readonly<Record<string, string | number | boolean>>,
  options: Pick<JobOptions, 'inSeconds' | 'maxAttempts'> = {},
): Promise<void> {
  await addJob(tx, name, payload, { ...options, key: turnKey(name, id) })
}
