import { randomUUID } from 'node:crypto'
import { inTransaction } from '@/lib/store/database/transaction'
import { beginEffect, dropEffect, effectsOfTask, findEffect, settleEffect } from '@/lib/store/systems/effects'
import { type Effects, StepStopped } from '@/lib/systems/contract'
import { runTaskCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import { type EffectBook, effectsOnce } from './once'

interface Ledger extends Pick<EffectBook, 'all' | 'begin'> {
  scope: string
  systemKey: string
}

/** A ledger that is kept in the database. */
const effectsIn = ({ scope, systemKey, all, begin }: Ledger): Effects =>
  effectsOnce({
    find: effect => findEffect({ scope, systemKey, ...effect }),
    begin,
    settle: settleEffect,
    drop: dropEffect,
    all,
  })

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
    begin: async effect => {
      await inTransaction(tx => beginEffect(tx, { ...about, systemKey, ...effect, taskId: null }))
    },
  })
}
