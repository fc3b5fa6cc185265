import { randomUUID } from 'node:crypto'
import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { afterAll } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import { emailKey, usernameKey } from '@/lib/core/account/matching'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { Role, StaffActor } from '@/lib/core/people/actor'
import { accountHolderActor, publicActor, requesterActor, staffActor } from '@/lib/core/people/make-actor'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { runRequestCommand, runTaskCommand } from '@/lib/door/run/run'
import { submitRequest } from '@/lib/door/run/submit'
import { readRequest } from '@/lib/store/request/requests'
import { jobs } from '@/lib/worker/jobs'
import { sweeps } from '@/lib/worker/sweeps'
import { system } from '@/tests/factories/system'
import { type TestDatabase, testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { type SmtpSink, smtpSink } from '../support/smtp'

const silent = new Logger(() => () => undefined)

/** A quiet account of long standing: rated low, nothing in its way. */
export const quietAccount = {
  enterprise: false,
  accountState: 'active',
  blockedReason: null,
  privateProjects: 0,
  soleOwnedGroups: 0,
  plan: 'free',
  subscriptionEndsOn: null,
  twoFactor: true,
  createdOn: '2018-03-01',
  lastActiveOn: '2026-01-10',
  country: 'DE',
} as const satisfies Partial<AccountFacts>

/** Rated high, with private projects: the questions are needed. */
export const riskyAccount = {
  ...quietAccount,
  privateProjects: 60,
  soleOwnedGroups: 12,
  plan: 'ultimate',
  twoFactor: false,
} as const satisfies Partial<AccountFacts>

export interface World extends TestDatabase {
  sink: SmtpSink
  /** Runs every job that is due, as a worker would, until none is left. */
  drain(): Promise<void>
  /** The same; then the sweeps, until nothing follows. */
  work(): Promise<void>
  account(facts?: Partial<AccountFacts>): Promise<{ email: string; username: string; accountId: string }>
  /** A token of a role. */
  staff(role: Role): StaffActor
  /** Sent from the form, or opened by support where the type asks for that. `fields` are the intake's own. */
  submit(who: { email: string; username: string }, fields?: Record<string, string>): Promise<string>
  /** Submitted, confirmed and checked. */
  begin(
    facts?: Partial<AccountFacts>,
    fields?: Record<string, string>,
  ): Promise<{ reference: string; email: string; username: string; accountId: string }>
  get(reference: string): Promise<PrivacyRequest>
  run(
    role: Role | 'requester' | 'account-holder' | 'system',
    reference: string,
    command: string,
    input?: object,
    version?: number,
  ): ReturnType<typeof runRequestCommand>
  runTask(
    role: Role | 'system',
    reference: string,
    task: string,
    command: string,
    input?: object,
  ): ReturnType<typeof runTaskCommand>
  /** Moves windows and holds of a request into the past by whole days, as waiting would. */
  pass(reference: string, days: number): Promise<void>
}

/**
 * A database, a mail server at the socket, and the product's own commands to walk requests with.
 * @param atOnce how many jobs run side by side
 */
export async function aWorld({ atOnce = 1 } = {}): Promise<World> {
  const base = await testDatabase()
  const { db, url, sql } = base
  testEnvironment(url)
  const sink = await smtpSink()
  process.env.SMTP_URL = sink.url
  process.env.HABEAS_DATA_DIR = `/tmp/habeas-test-${randomUUID()}`
  afterAll(() => sink.close())

  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, handler]) => [
      name,
      (payload, { job, abortSignal }) =>
        handler(payload, {
          jobId: job.id,
          attempt: job.attempts,
          workerId: 'test',
          signal: abortSignal ?? new AbortController().signal,
        }),
    ]),
  )
  const drain = () =>
    runOnce({
      connectionString: url,
      taskList,
      concurrency: atOnce,
      noHandleSignals: true,
      logger: silent,
    })
  const staff = (role: Role): StaffActor => staffActor(`token-${role}`, role, 'token')
  const get = async (reference: string) => {
    const request = await readRequest(system, reference, db)
    if (!request) throw new Error(`no request ${reference}`)
    return request
  }

  const acting = async (role: Parameters<World['run']>[0], reference: string) => {
    if (role === 'requester') return requesterActor((await get(reference)).id)
    if (role === 'account-holder') return accountHolderActor((await get(reference)).id)
    return role === 'system' ? system : staff(role)
  }

  const world: World = {
    ...base,
    sink,
    staff,
    get,
    drain,
    async work() {
      await drain()
      for (const sweep of sweeps) await sweep.run()
      await drain()
    },
    async account(facts = {}) {
      const tag = randomUUID().slice(0, 8)
      const {
        accountId = `id-${tag}`,
        email = `robin-${tag}@people.example`,
        username = `robin_${tag}`,
        ...rest
      } = facts
      const {
        accountState: state,
        subscriptionEndsOn,
        createdOn,
        lastActiveOn,
        ...own
      } = { ...quietAccount, ...rest }
      const day = (text: string | null) => (text ? new Date(text) : null)
      await db.account.create({
        data: {
          ...own,
          id: accountId,
          username,
          usernameKey: usernameKey(username),
          email,
          state,
          subscriptionEndsOn: day(subscriptionEndsOn),
          createdOn: day(createdOn),
          lastActiveOn: day(lastActiveOn),
          addresses: { create: { emailKey: emailKey(email), email, isPrimary: true } },
        },
      })
      return { accountId, email, username }
    },
    async submit({ email, username }, fields = {}) {
      const type = fields.type ?? 'individual-deletion'
      const input = { type, email, username, name: 'Robin Example', country: 'DE', ...fields }
      const byStaff = requestTypes.get(type)?.openedBy === 'staff' || fields.receivedAt !== undefined
      const sent = await submitRequest(byStaff ? staff('support-engineer') : publicActor(), input, {
        commandId: randomUUID(),
        source: byStaff ? 'staff' : 'privacy-center',
      })
      if (!sent.ok) throw new Error(`not submitted: ${sent.reason} ${sent.detail ?? ''}`)
      return sent.reference
    },
    async begin(facts = {}, fields = {}) {
      const account = await world.account(facts)
      const reference = await world.submit(account, fields)
      await world.work()
      const confirmed = await world.run('requester', reference, 'confirm')
      if (!confirmed.ok) throw new Error(`not confirmed: ${confirmed.reason}`)
      await world.work()
      return { ...account, reference }
    },
    async run(role, reference, command, input = {}, version) {
      return await runRequestCommand(await acting(role, reference), reference, command, input, {
        commandId: randomUUID(),
        version,
      })
    },
    async runTask(role, reference, part, command, input = {}) {
      const task = (await get(reference)).tasks.find(task => task.name.includes(part))
      const actor = role === 'system' ? system : staff(role)
      return await runTaskCommand(actor, task?.id ?? 'none', command, input, { commandId: randomUUID() })
    },
    async pass(reference, days) {
      const { id } = await get(reference)
      await sql(
        `update response_window set ends_at = ends_at - make_interval(days => $2), remind_at = remind_at - make_interval(days => $2),
         opens_at = opens_at - make_interval(days => $2) where request_id = $1`,
        [id, days],
      )
      await sql(`update hold set until = until - make_interval(days => $2) where request_id = $1`, [id, days])
    },
  }
  return world
}
