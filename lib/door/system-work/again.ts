import { addJob } from '@/lib/store/database/jobs'
import { inTransaction } from '@/lib/store/database/transaction'
import type { Turn } from './turn'

/** Queues the next turn of a job, where there is one. The payload is the job's own, ids only. */
export async function takeTurn(
  name: string,
  payload: Readonly<Record<string, string | number>>,
  turn: Turn,
): Promise<void> {
  if (turn.is === 'over') return
  const { afterSeconds, tries } = turn
  await inTransaction(tx => addJob(tx, name, { ...payload, tries }, { inSeconds: afterSeconds }))
}
