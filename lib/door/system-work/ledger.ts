import { randomUUID } from 'node:crypto'
import { inTransaction } from '@/lib/store/database/transaction'
import {
  beginEffect,
  dropEffect,
  type EffectKey,
  effectsOfTask,
  findEffect,
  settleEffect,
} from '@/lib/store/systems/effects'
import { type EffectPlan, type EffectRecord, type Effects, StepStopped } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { runTaskCommand } from '../run/run'
import { systemFor } from '../run/system-for'

interface Ledger {
  scope: string
  systemKey: string
  all(): Promise<readonly EffectRecord[]>
  /** Writes down that the effect is about to happen. @throws StepStopped where it may not */
  begin(effect: EffectKey & { before: string | null }): Promise<void>
}

/** Does it; where the system refused and certainly did nothing, the record of having begun goes again. */
async function acted(plan: EffectPlan, id: string): Promise<string> {
  try {
    return await plan.act(id)
  } catch (error) {
    if (error instanceof SystemFailure && !error.mayHaveActed) await dropEffect(id)
    throw error
  }
}

/** Has effects happen once: looked for, written down, done, written down. */
function effectsIn({ scope, systemKey, all, begin }: Ledger): Effects {
  const settled = async (record: EffectRecord, result: string): Promise<EffectRecord> => {
    await settleEffect(record.id, result)
    return { ...record, state: 'done', result }
  }
  const once = async (plan: EffectPlan): Promise<EffectRecord> => {
    const key = { scope, systemKey, what: plan.what, target: plan.target }
    const earlier = await findEffect(key)
    if (earlier?.state === 'done') return earlier
    if (earlier && plan.look) {
      const seen = await plan.look(earlier)
      if (seen.is === 'done') return await settled(earlier, seen.result)
      if (seen.is === 'unknown')
        throw new SystemFailure('nonsense', 'It can’t be told yet whether an earlier try had its effect.')
    }
    await begin({ ...key, before: plan.before ?? null })
    const record = await findEffect(key)
    if (!record) throw new Error('an effect that was begun is gone')
    return await settled(record, await acted(plan, record.id))
  }
  return { once, all }
}

/** The ledger of a step that a system does, or of a task of the system's own, which has no step. */
export function ledgerOfTask(
  { taskId, step, run }: { taskId: string; step?: string; run?: string },
  systemKey: string,
): Effects {
  return effectsIn({
    scope: step ? `${taskId}/${step}` : taskId,
    systemKey,
    all: () => effectsOfTask(taskId, systemKey),
    begin: async ({ what, target, before }) => {
      const input = { step, run, system: systemKey, what, target, ...(before !== null && { before }) }
      // Each try asks anew whether it may, so it has an id of its own.
      const commandId = `effect:${randomUUID()}`
      const done = await runTaskCommand(systemFor.connectedSystems, taskId, 'begin-effect', input, {
        commandId,
      })
      if (!done.ok) throw new StepStopped(done.title)
    },
  })
}

/** The ledger of something that belongs to no task, such as an issue or the answer to a ticket. */
export function ledgerOf(about: { scope: string; requestId: string | null }, systemKey: string): Effects {
  return effectsIn({
    scope: about.scope,
    systemKey,
    all: async () => [],
    begin: async ({ what, target, before }) => {
      await inTransaction(tx => beginEffect(tx, { ...about, systemKey, what, target, before, taskId: null }))
    },
  })
}
