import type { Actor } from '@/lib/core/people/actor'
import { log } from '@/lib/log'
import { consume } from '@/lib/store/database/limits'
import { recordChecks } from '@/lib/store/systems/connected'
import { closeCircuit } from '@/lib/store/systems/traffic'
import type { SystemCheck } from '@/lib/systems/contract'
import { type DoorRefusal, refusal } from '../answer/refusal'
import { mayDo } from '../staff/changing'
import { lookAtConnection } from './look-at-connection'

/** So many tests in a minute for one admin or token, and for all of them together: nobody scans a network with it. */
const OWN_TESTS = 60
const ALL_TESTS = 120
const MINUTE = 60

export type Checked =
  | { ok: true; passed: boolean; checks: readonly SystemCheck[] }
  | { ok: false; reason: 'too-often'; retryAfterSeconds: number }
  | DoorRefusal

/** Tests the connection to a system, also to one that is switched off, and keeps what was found. Nothing there is changed. */
export async function checkSystem(actor: Actor, key: string): Promise<Checked> {
  if (!mayDo(actor, 'manage-systems') || actor.kind !== 'staff') return refusal('not-allowed')
  for (const [limit, points] of [
    [`test-system:${actor.id}`, OWN_TESTS],
    ['test-system', ALL_TESTS],
  ] as const) {
    const { ok, retryAfterSeconds } = await consume(limit, points, MINUTE)
    if (!ok) return { ok: false, reason: 'too-often', retryAfterSeconds }
  }
  await closeCircuit(key)
  const checks = await lookAtConnection(key)
  if (!checks) return refusal('not-found')
  await recordChecks(key, checks)
  const passed = checks.every(({ ok }) => ok)
  log.info({ actorId: actor.id, system: key, passed }, 'a connected system was tested')
  return { ok: true, passed, checks }
}
