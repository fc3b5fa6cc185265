import { inTransaction } from '@/lib/store/database/transaction'
import { addTurn, type TurnJob } from '@/lib/store/systems/turns'
import type { Turn } from './turn'

/** Queues the next turn of a job, where there is one. The payload is the job's own, ids only. */
export async function takeTurn(
  name: TurnJob,
  id: string,
  payload: Readonly<Record<string, string | number>>,
  turn: Turn,
): Promise<void> {
  if (turn.is === 'over') return
  const { afterSeconds, tries } = turn
  await inTransaction(tx => addTurn(tx, name, id, { ...payload, tries }, { inSeconds: afterSeconds }))
}
