import { doneByOf, stepDoers } from '@/lib/core/derived/tasks/doers'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'
import { effectsOfTask } from '@/lib/store/systems/effects'
import { connectedSystems } from '../systems/connected'
import { actOf } from './do-step'
import { subjectFor } from './subject'
import { failureWords } from './turn'

/** What systems would do for a step now, from live data. */
export type StepPreview =
  | { is: 'ready'; system: string; acts: readonly string[]; nothingToDo: boolean }
  /** No system is connected for it. */
  | { is: 'by-hand' }
  | { is: 'failed'; words: string }

/**
 * Asks each system that would do a step what it would do. Changes nothing.
 * @param about the request and its task as the caller was allowed to read them
 */
export async function previewStep(
  { request, task }: { request: PrivacyRequest; task: Task },
  stepKey: string,
): Promise<StepPreview> {
  const doers = stepDoers(request, task, stepKey, await connectedSystems())
  const act = doneByOf(task, stepKey)?.act
  if (doers.length === 0 || !act) return { is: 'by-hand' }
  try {
    const previews = await Promise.all(
      doers.map(async ({ key }) => {
        const known = await effectsOfTask(task.id, key)
        return await (await actOf(key, act))?.preview(subjectFor(request, key), known)
      }),
    )
    const ready = previews.flatMap(preview => preview ?? [])
    return {
      is: 'ready',
      system: doers.map(({ key }) => key).join(', '),
      acts: ready.flatMap(({ acts }) => acts),
      nothingToDo: ready.every(({ nothingToDo }) => nothingToDo),
    }
  } catch (error) {
    return { is: 'failed', words: failureWords(error) }
  }
}
