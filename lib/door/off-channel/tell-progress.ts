import type { SystemActor } from '@/lib/core/people/actor'
import { takeProgress } from '@/lib/store/request/complaints'
import { changing } from '../staff/changing'
import { mailComplainant } from './mail-complainant'

/**
 * Tells somebody who complained that we are still working on it, once.
 * @returns the reason of a refusal; nothing where it was done, or nobody has to be told any more
 */
export async function tellProgress(actor: SystemActor, { id }: { id: string }): Promise<string | undefined> {
  const command = 'tell-progress-off-channel'
  const done = await changing(
    { actor, ability: 'answer-complaints', command, commandId: `${command}:${id}` },
    async tx => {
      const person = await takeProgress(tx, id)
      const told = person !== null && (await mailComplainant(tx, 'complaint-underway', { id, ...person }))
      return { answer: {}, facts: { offChannel: id, told } }
    },
  )
  return done.ok ? undefined : done.reason
}
