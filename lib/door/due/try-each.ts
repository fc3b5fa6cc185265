import { randomUUID } from 'node:crypto'
import { describeError, errorKind, log } from '@/lib/log'
import { PARKED_AFTER } from '@/lib/store/database/back-off'
import {
  beginTry,
  type Due,
  type DueSweep,
  endTry,
  failedTries,
  keepFailure,
} from '@/lib/store/database/due-tries'
import { systemFor } from '../run/system-for'

const system = systemFor.dueThings

/** Reason of a refusal; undefined where it was done, or where nothing is left to do. */
type Refusal = string | undefined

/**
 * Tries each due thing separately. A failure or refusal is logged, counted and delayed, longer each time, and doesn't block the
 * others. After some tries it is shown to a person (settings, parked jobs). A success leaves no record.
 * @param signal fires when the worker has to end: what is under way is finished, and nothing more begun
 * @returns how many were done
 * @throws only when the database can't count a try
 */
export async function tryEach<Thing extends Due>(
  sweep: DueSweep,
  things: Iterable<Thing>,
  attempt: (thing: Thing) => Promise<Refusal>,
  signal?: AbortSignal,
): Promise<number> {
  let done = 0
  for (const thing of things) {
    if (signal?.aborted) break
    const attempts = await beginTry(system, sweep, thing)
    if (attempts === null) continue
    const failure = await failureOf(() => attempt(thing))
    if (failure) {
      await report(sweep, thing, attempts, failure)
      continue
    }
    await endTry(system, sweep, thing.id)
    done += 1
  }
  return done
}

/**
 * The same for the parts of a sweep that each work on many rows at once, and every time. Only a failure is written down.
 * @param parts by names that no other sweep uses
 */
export async function tryParts(
  parts: Readonly<Record<string, () => Promise<unknown>>>,
  signal?: AbortSignal,
): Promise<void> {
  const failed = await failedTries(system, 'parts', Object.keys(parts))
  for (const [id, run] of Object.entries(parts)) {
    if (signal?.aborted) break
    const before = failed.get(id)
    if (before?.waits) continue
    const failure = await failureOf(async () => void (await run()))
    if (failure) await report('parts', { id }, await beginTry(system, 'parts', { id }), failure)
    else if (before) await endTry(system, 'parts', id)
  }
}

type Failure = { error: unknown } | { refused: string }

async function failureOf(attempt: () => Promise<Refusal>): Promise<Failure | undefined> {
  try {
    const refused = await attempt()
    return refused === undefined ? undefined : { refused }
  } catch (error) {
    return { error }
  }
}

/** Logs first, because the next step needs the database, which may have failed. */
async function report(
  sweep: DueSweep,
  { id, reference }: Due,
  attempts: number | null,
  failure: Failure,
): Promise<void> {
  const logId = randomUUID()
  const refused = 'refused' in failure
  const parked = (attempts ?? 0) >= PARKED_AFTER
  const about = { sweep, id, request: reference, attempt: attempts, reference: logId, parked }
  if (refused) log.warn({ ...about, reason: failure.refused }, 'what was due was refused')
  else log.error({ ...about, err: describeError(failure.error) }, 'what was due failed')
  const problem = refused ? failure.refused : errorKind(failure.error)
  await keepFailure(system, sweep, id, { problem, refused, logId })
}
