import { taskPlans } from '@/lib/core/handbook/tasks/index'
import type { Actor } from '@/lib/core/people/actor'
import { newestDataPlatformVersion, tasksListedUpTo } from '@/lib/store/accounts/data-platform-list'
import { addJob } from '@/lib/store/database/jobs'
import type { Tx } from '@/lib/store/database/transaction'
import { Refused, refusal } from '../answer/refusal'

/** The step in which a plan uploads the deletion list. */
const uploadSteps = [...taskPlans.values()].flatMap(({ steps }) =>
  steps.filter(({ uploadsList }) => uploadsList).map(({ key }) => key),
)

/**
 * Somebody uploaded this version of the deletion list, which counts for every request in it.
 * @throws {Refused} for a version that there isn't
 */
export async function passUploadOn(tx: Tx, version: number, actor: Actor): Promise<void> {
  if (version > (await newestDataPlatformVersion(tx)))
    throw new Refused(refusal('no-such-version', { detail: 'list' }))
  await tickListed(tx, version, actor)
}

/** Ticks the upload for every open task with addresses in this version, each by a job of its own. */
export async function tickListed(tx: Tx, version: number, actor: Actor): Promise<void> {
  const by = actor.kind === 'staff' ? { by: actor.id } : {}
  for (const taskId of await tasksListedUpTo(tx, version, uploadSteps))
    await addJob(tx, 'list-uploaded', { taskId, version, ...by }, { maxAttempts: 5 })
}
