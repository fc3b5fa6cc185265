import { randomUUID } from 'node:crypto'
import type { EffectRecord } from '@/lib/core/systems/effect-record'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export interface EffectKey {
  /** The step, escalation or entry that it belongs to. */
  scope: string
  systemKey: string
  what: string
  target: string
}

export interface NewEffect extends EffectKey {
  requestId: string | null
  taskId: string | null
  before: string | null
}

const row = (found: Omit<EffectRecord, 'state'> & { state: string }): EffectRecord => ({
  ...found,
  state: found.state === 'done' ? 'done' : 'begun',
})

const shown = {
  id: true,
  what: true,
  target: true,
  state: true,
  before: true,
  result: true,
  begunAt: true,
  settledAt: true,
} as const

/** The record of an effect, where it was begun. */
export async function findEffect(
  { scope, systemKey, what, target }: EffectKey,
  db: Database | AnyTx = database(),
): Promise<EffectRecord | null> {
  const found = await prismaOf(db).systemEffect.findFirst({
    where: { scope, systemKey, what, target },
    select: shown,
  })
  return found && row(found)
}

/** Writes down that an effect is about to happen; the record that is there already, where another try was quicker. */
export async function beginEffect(tx: AnyTx, effect: NewEffect): Promise<EffectRecord> {
  const { scope, systemKey, what, target, requestId, taskId, before } = effect
  await prismaOf(tx).$executeRaw`
    insert into system_effect (id, request_id, task_id, scope, system_key, what, target, before, begun_at)
    values (${randomUUID()}, ${requestId}, ${taskId}, ${scope}, ${systemKey}, ${what}, ${target}, ${before},
      clock_timestamp())
    on conflict (scope, system_key, what, target) do nothing`
  const found = await findEffect(effect, tx)
  if (!found) throw new Error('an effect that was begun is gone')
  return found
}

/** Writes down what came of it. */
export async function settleEffect(
  id: string,
  result: string,
  db: Database | AnyTx = database(),
): Promise<void> {
  await prismaOf(db).$executeRaw`
    update system_effect set state = 'done', result = ${result}, settled_at = clock_timestamp()
    where id = ${id} and state = 'begun'`
}

/** It is known not to have happened: there is nothing to look for. */
export async function dropEffect(id: string, db: Database | AnyTx = database()): Promise<void> {
  await prismaOf(db).systemEffect.deleteMany({ where: { id, state: 'begun' } })
}

/** Every effect of a task on a system, the oldest first. */
export async function effectsOfTask(
  taskId: string,
  systemKey: string,
  db: Database | AnyTx = database(),
): Promise<EffectRecord[]> {
  const found = await prismaOf(db).systemEffect.findMany({
    where: { taskId, systemKey },
    select: shown,
    orderBy: [{ begunAt: 'asc' }, { id: 'asc' }],
  })
  return found.map(row)
}
