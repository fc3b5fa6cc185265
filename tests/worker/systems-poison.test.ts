import { beforeEach, describe, expect, test } from 'vitest'
import { takeTurn } from '@/lib/door/system-work/again'
import { doStep } from '@/lib/door/system-work/do-step'
import { keptEvidence } from '@/lib/door/system-work/record-step'
import { requeueLostRuns } from '@/lib/store/systems/lost-runs'
import { lostRuns } from '@/lib/worker/sweeps/lost-runs'
import { system } from '@/tests/factories/system'
import { connectedWorld } from '../support/connected-world'
import { steps, stepsIn } from '../support/systems-steps'

const world = await connectedWorld()
const { about, get, gitlab, portal, run, runTask, sql, work, workOn, zendesk } = world
const { begin, have, known, stepIn, taskIn } = stepsIn(world)

/** What no kind expects: secrets that were sealed under another key, as after a restore with another one. */
const breakSecrets = (key: string) =>
  sql(`update connected_system set secrets = '\\x00112233445566778899' where key = $1`, [key])
const kept = new Map<string, Buffer | null>()
beforeEach(async () => {
  for (const { key, secrets } of await sql<{ key: string; secrets: Buffer | null }>(
    'select key, secrets from connected_system',
  )) {
    if (!kept.has(key)) kept.set(key, secrets)
    await sql('update connected_system set secrets = $2 where key = $1', [key, kept.get(key)])
  }
})

const jobs = () =>
  sql<{ task_identifier: string }>(
    `select task_identifier from graphile_worker.jobs where task_identifier <> 'send-mail'`,
  )
const OWN_FAULT = /^Something failed on our side\. The log of the server has it under [0-9a-f-]{36}\./

describe('what fails on our own side again and again', () => {
  test('leaves a step to a person, with a number for the log; it can be begun anew', async () => {
    const { reference, ...ids } = await known()
    await breakSecrets('customers-portal')
    expect(await have(reference, steps.portalFind)).toMatchObject({
      run: null,
      doneAt: null,
      problem: expect.stringMatching(OWN_FAULT),
    })
    expect(await jobs()).toEqual([])
    await sql('update connected_system set secrets = $2 where key = $1', [
      'customers-portal',
      kept.get('customers-portal'),
    ])
    expect(await have(reference, steps.portalFind)).toMatchObject({ problem: null, doneAt: expect.any(Date) })
    expect(portal.did('erase', ids.portal)).toBe(0)
  })

  test('a search says so for that system, and the others are searched all the same', async () => {
    gitlab.state.addUser({ username: 'searched' })
    zendesk.user('searched@people.example')
    await breakSecrets('customers-portal')
    const reference = await about('searched')
    const { searches } = await taskIn(reference, { task: 'Zendesk/cDot' })
    expect(searches.find(({ system }) => system === 'zendesk')).toMatchObject({ state: 'found' })
    expect(searches.find(({ system }) => system === 'customers-portal')).toMatchObject({
      state: 'failed',
      words: expect.stringMatching(OWN_FAULT),
    })
    expect(await jobs()).toEqual([])
  })

  test('an issue is left to a person', async () => {
    const { reference } = await known()
    await breakSecrets('gitlab')
    expect(
      await run('support-engineer', reference, 'escalate', {
        reason: 'Unsure',
        question: 'What now?',
        checked: 'All of it',
      }),
    ).toMatchObject({ ok: true })
    await workOn()
    expect(await jobs()).toEqual([])
    const notes = await sql('select text from note order by at desc limit 1')
    expect(JSON.stringify(notes)).toMatch(/So no issue was opened for the question to Privacy/)
  })

  test('a task of the system’s own becomes Privacy’s, and says why', async () => {
    gitlab.state.addUser({ username: 'marketed' })
    await breakSecrets('marketing')
    const reference = await about('marketed')
    const own = (await get(reference)).tasks.find(({ key }) => key.includes('marketing'))
    expect(own).toMatchObject({ team: 'privacy', state: 'open' })
    const notes = await sql<{ text: string }>('select text from note where task_id = $1', [own?.id])
    expect(notes).toMatchObject([{ text: expect.stringMatching(OWN_FAULT) }])
  })
})

describe('an answer of an unexpected size or content', () => {
  test('words longer than are kept are cut, and the step is left to a person all the same', async () => {
    const { reference, gitlab: id } = await known({ groupsOpen: true })
    for (let group = 0; group < 20; group++)
      gitlab.state.addGroup({ path: `bought-${group}`, owners: [Number(id)], hasSubscription: true })
    const step = await have(reference, steps.gitlabGroups)
    expect(step).toMatchObject({ run: null, doneAt: null })
    expect(step.problem).toMatch(/can’t be deleted by us/)
    expect(step.problem?.length).toBe(600)
  })

  test('more evidence than is kept says how much there was, and no line is too long', () => {
    const line = { system: 'zendesk', at: new Date(), what: 'w'.repeat(250), result: '🙂'.repeat(200) }
    expect(keptEvidence(Array.from({ length: 200 }, () => line))).toHaveLength(200)
    const kept = keptEvidence(Array.from({ length: 230 }, () => line))
    expect(kept).toHaveLength(200)
    expect(kept.at(-1)).toMatchObject({ what: 'And 31 more' })
    expect(kept[0]?.what).toBe(`${'w'.repeat(199)}…`)
    expect(kept[0]?.result).toBe(`${'🙂'.repeat(149)}…`)
  })

  test('what PostgreSQL can’t keep is left out of evidence', async () => {
    const { reference } = await known()
    portal.fault(/POST \/find/, {
      kind: 'status',
      status: 200,
      body: JSON.stringify({ found: true, evidence: 'customer \u0000 12 \ud800' }),
    })
    const step = await have(reference, steps.portalFind)
    expect(step.doneAt).toBeInstanceOf(Date)
    expect(step.evidence).toMatchObject([{ result: expect.stringMatching(/^customer\s+12/) }])
  })
})

describe('a run that no job is about', () => {
  const loseJobs = () => sql(`delete from graphile_worker._private_jobs where key like 'do-step:%'`)

  test('is taken up by the sweep, once, and is done', async () => {
    const { reference, portal: id } = await known()
    await have(reference, steps.portalFind)
    await begin(reference, steps.portalErase)
    await loseJobs()
    await workOn()
    expect(await stepIn(reference, steps.portalErase)).toMatchObject({ run: null, doneAt: expect.any(Date) })
    expect(portal.did('erase', id)).toBe(1)
  })

  test('is taken up once by several workers at the same time', async () => {
    const { reference } = await known()
    await begin(reference, steps.portalFind)
    await loseJobs()
    const found = await Promise.all([1, 2, 3, 4].map(() => requeueLostRuns(system)))
    expect(found.flat()).toHaveLength(1)
    expect(await sql(`select 1 from graphile_worker.jobs where task_identifier = 'do-step'`)).toHaveLength(1)
    await workOn()
    expect(await stepIn(reference, steps.portalFind)).toMatchObject({ run: null, doneAt: expect.any(Date) })
  })

  test('over which worker after worker has died is left to a person', async () => {
    const { reference } = await known()
    await begin(reference, steps.portalFind)
    await sql(`update graphile_worker._private_jobs set attempts = max_attempts where key like 'do-step:%'`)
    await work()
    await workOn()
    expect(await stepIn(reference, steps.portalFind)).toMatchObject({
      run: null,
      doneAt: null,
      problem: expect.stringMatching(/each time the worker ended/),
    })
    expect(await jobs()).toEqual([])
  })

  test('has one job, also when a worker dies after it has queued the next turn', async () => {
    const { reference } = await known()
    await begin(reference, steps.portalFind)
    const { run } = await stepIn(reference, steps.portalFind)
    const { id: taskId } = await taskIn(reference, steps.portalFind)
    await sql(
      `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now(), attempts = 1 where key = $1`,
      [`do-step:${run?.id}`],
    )
    const job = { taskId, step: steps.portalFind.step, run: run?.id ?? '' }
    await takeTurn('do-step', job.run, job, { is: 'again', afterSeconds: 5, tries: 1 })
    await sql(`select graphile_worker.force_unlock_workers(array['dead'])`)
    const left = () =>
      sql<{ attempts: number }>(
        `select attempts::int from graphile_worker.jobs where task_identifier = 'do-step' order by id`,
      )
    expect(await left()).toEqual([{ attempts: 10 }, { attempts: 0 }])
    await lostRuns.run()
    expect(await left()).toEqual([{ attempts: 0 }])
    await workOn()
    expect(await stepIn(reference, steps.portalFind)).toMatchObject({ run: null, doneAt: expect.any(Date) })
  })

  test('has nothing done by the job of an earlier run', async () => {
    const { reference } = await known()
    const { id: taskId } = await taskIn(reference, steps.portalFind)
    const { task, step, role } = steps.portalFind
    await begin(reference, steps.portalFind)
    const { run: earlier } = await stepIn(reference, steps.portalFind)
    expect(await runTask(role, reference, task, 'stop-step', { step })).toMatchObject({ ok: true })
    await begin(reference, steps.portalFind)
    const asked = portal.calls.length
    const job = { taskId, step, run: earlier?.id ?? '', tries: 0 }
    expect(await doStep(job, new AbortController().signal)).toEqual({ is: 'over' })
    expect(portal.calls.length).toBe(asked)
    await workOn()
    expect(await stepIn(reference, steps.portalFind)).toMatchObject({ run: null, doneAt: expect.any(Date) })
  })

  test('is left alone while a job is about it, or after the task is over', async () => {
    const { reference } = await known()
    await begin(reference, steps.portalFind)
    const before = await sql('select id, run_at from graphile_worker._private_jobs order by id')
    await lostRuns.run()
    expect(await sql('select id, run_at from graphile_worker._private_jobs order by id')).toEqual(before)
    await sql(`update task set state = 'cancelled' where id = $1`, [
      (await taskIn(reference, steps.portalFind)).id,
    ])
    await loseJobs()
    await lostRuns.run()
    expect(await jobs()).toEqual([])
  })
})
