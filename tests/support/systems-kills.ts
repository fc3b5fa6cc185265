import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { expect, vi } from 'vitest'
import { env } from '@/lib/env'
import { verifyAudit } from '@/lib/store/audit/audit-verify'
import { untilBlocked } from './blocked'
import type { ConnectedWorld } from './connected-world'
import type { StandIn } from './stand-ins/stand-in'
import { type Known, type StepAt, stepsIn } from './systems-steps'
import type { TcpProxy } from './tcp-proxy'
import { chance } from './walk-under-fire'
import type { WorkerProcesses } from './worker-process'

/** A step with an effect that has to happen once, and where. */
export interface DoneOnce extends StepAt {
  on: StandIn
  did(ids: Known): number
}

export const STEP_JOB = `task_identifier = 'do-step'`

/** Most calls after which a worker that took over is killed, and the longest until then after the last of them. */
const MOST_CALLS = 4
const MOST_MS = 60

interface KillsIn {
  world: ConnectedWorld
  workers: WorkerProcesses
  /** Holds the lock that a worker is stopped by. */
  holder: pg.Client
  proxyOf(on: StandIn): TcpProxy
}

/** What tests have in common that kill workers while connected systems are at a step. */
export function killsIn({ world, workers, holder, proxyOf }: KillsIn) {
  const { sql } = world
  const { stepIn } = stepsIn(world)

  /** Instead of waiting: what happened is moved into the past, on the database's clock. */
  async function secondsLater(seconds: number): Promise<void> {
    const back = `- make_interval(secs => ${seconds})`
    await sql(`update worker_beat set seen_at = seen_at ${back}`)
    await sql(
      `update graphile_worker._private_jobs set locked_at = locked_at ${back}, run_at = run_at ${back}`,
    )
    await sql(`update connected_system set paused_until = paused_until ${back}`)
  }
  const hurry = async () => {
    await sql(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
    await sql('update connected_system set paused_until = null')
  }

  /** With every seed but the first, the worker that takes over is killed, too, at a moment that the seed chooses. */
  async function killsNext(ids: Known, doing: DoneOnce, seed: number): Promise<void> {
    if (seed === 1) return
    const next = chance(seed)
    const proxy = proxyOf(doing.on)
    const enough = proxy.calls.length + Math.floor(next() * (MOST_CALLS + 1))
    await secondsLater(80)
    const worker = await workers.start()
    await vi.waitFor(
      async () => {
        await hurry()
        const { doneAt, problem } = await stepIn(ids.reference, doing)
        expect(doneAt !== null || problem !== null || proxy.calls.length >= enough).toBe(true)
      },
      { timeout: 60_000, interval: 5 },
    )
    await pause(next() * MOST_MS)
    await workers.kill(worker)
  }

  return {
    /** A worker that waits for our lock dies; what it had asked of the database dies with it. */
    async killBlocked(worker: Awaited<ReturnType<WorkerProcesses['start']>>): Promise<void> {
      await untilBlocked(sql)
      await workers.kill(worker)
      await vi.waitFor(
        async () => {
          const waiting = await sql(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'`,
          )
          expect(waiting).toEqual([])
        },
        { timeout: 30_000, interval: 20 },
      )
      await holder.query('rollback')
    },

    /** Another worker takes over, and in the end everything has happened once. */
    async finishes(ids: Known, doing: DoneOnce, seed: number): Promise<void> {
      await killsNext(ids, doing, seed)
      await secondsLater(80)
      await workers.start()
      await vi.waitFor(
        async () => {
          await hurry()
          const step = await stepIn(ids.reference, doing)
          expect({ done: step.doneAt !== null, problem: step.problem }).toEqual({ done: true, problem: null })
          expect(await sql(`select id from graphile_worker.jobs where ${STEP_JOB}`)).toEqual([])
        },
        { timeout: 90_000, interval: 100 },
      )
      expect(doing.did(ids)).toBe(1)
      expect((await stepIn(ids.reference, doing)).evidence.length).toBeGreaterThan(0)
      expect(await sql(`select what from system_effect where state = 'begun'`)).toEqual([])
      expect(await verifyAudit(env())).toMatchObject({ faultCount: 0 })
    },
  }
}
