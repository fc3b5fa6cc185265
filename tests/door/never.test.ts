import { describe, expect, test } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { requestTypeKeys, requestTypes } from '@/lib/core/handbook/request-types/index'
import { type Role, roles } from '@/lib/core/people/actor'
import { blockingExceptions, openTasks } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { verifyAudit } from '@/lib/store/audit/audit-verify'
import fc from '@/tests/support/property'
import { inputsFor, taskInputsFor } from '../core/inputs'
import { beginOf } from '../factories/of-type'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const { get, run, runTask, work } = world

const everybody = [...roles, 'requester', 'account-holder', 'system'] as const
const isRole = (who: (typeof everybody)[number]): who is Role => roles.some(role => role === who)
// What the worker, mails and uploads do has doors of its own.
const onRequests = Object.keys(inputsFor).filter(name => !/^(attach-file|record-delivery)$/.test(name))
const onTasks = Object.keys(taskInputsFor)
const pickFrom = <Item>(list: readonly Item[], at: number): Item | undefined =>
  list[at % Math.max(list.length, 1)]

const holder = (request: PrivacyRequest) => ({
  request,
  task: (key: string) => {
    const found = request.tasks.find(task => task.key === key)
    if (!found) throw new Error(`no task ${key}`)
    return found
  },
  file: () => {
    throw new Error('uploads have a door of their own')
  },
})

/** Somebody does something, allowed or not, clever or not. */
async function move(reference: string, [kind, who, name, pick]: readonly [number, number, number, number]) {
  const request = await get(reference)
  const actor = pickFrom(everybody, who) ?? 'system'
  const step =
    kind < 6
      ? pickFrom(
          adviceFor(request).flatMap(advice => advice.steps),
          pick,
        )
      : undefined
  const task = step ? request.tasks.find(({ id }) => id === step.taskId) : pickFrom(request.tasks, pick)
  if (task && (step?.taskId || kind === 6)) {
    const command = step?.command ?? pickFrom(onTasks, name) ?? ''
    const input = {
      ...pickFrom(taskInputsFor[command]?.(holder(request), task.key) ?? [], pick),
      ...step?.preset,
    }
    const team = task.team === 'system' ? 'system' : task.team
    if (isRole(actor) || actor === 'system')
      await runTask(step ? team : actor, reference, task.name, command, input)
    return
  }
  const command = step?.command ?? pickFrom(onRequests, name) ?? ''
  const input = { ...pickFrom(inputsFor[command]?.(holder(request)) ?? [], pick), ...step?.preset }
  await run(step ? (pick % 2 ? 'privacy' : 'support-engineer') : actor, reference, command, input)
}

const told = async (request: PrivacyRequest, key: string) =>
  await world.db.message.count({ where: { requestId: request.id, key, direction: 'out' } })

/** Moves for each type; more of them by the environment, for a night. */
const MOVES = Number(process.env.MOVES ?? 16)

describe('any commands sent through the door, in any order', () => {
  test.each(requestTypeKeys)('%s: no row is broken, and nobody is told what is not so', async type => {
    const number = fc.nat(10_000)
    const moves = fc.sample(fc.tuple(fc.nat(9), number, number, number), {
      numRuns: MOVES,
      seed: type.length,
    })
    const fields = requestTypes.get(type)?.about === 'deceased' ? { relationship: 'authorized-agent' } : {}
    const forum =
      type === 'forum-deletion' ? { forumProfile: 'https://forum.example/u/r', forumUsername: 'r' } : {}
    const said = ['rectification', 'objection'].includes(type) ? { details: 'My name is Robin' } : {}
    const begun = () =>
      beginOf(world, type, { facts: riskyAccount, fields: { ...fields, ...forum, ...said } })
    let { reference } = await begun()
    for (const [at, next] of moves.entries()) {
      const before = await get(reference)
      await move(reference, next)
      if (at % 8 === 7) await work()
      const after = await get(reference)
      expect(after.version).toBeGreaterThanOrEqual(before.version)
      expect(after.outcome !== null, 'an outcome exactly when closed').toBe(after.state === 'closed')
      if ((await told(after, 'request-fulfilled')) > (await told(before, 'request-fulfilled')))
        expect([openTasks(after), blockingExceptions(after)]).toEqual([[], []])
      if (after.state === 'closed' && at % 8 === 7) ({ reference } = await begun())
    }
  })
  test('the audit log of all of this verifies', async () => {
    const report = await verifyAudit(env())
    expect(report.faults).toEqual([])
    expect(report.rows).toBeGreaterThan(60)
  })
})
