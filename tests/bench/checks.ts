import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { env } from '@/lib/env'
import { sealJson } from '@/lib/store/database/sealing'
import { asOwner, makeFilled } from './fill'
import { startWorker } from './site'
import { personNamed, slowGitLab } from './slow-gitlab'

export const CHECKS_DATABASE = 'habeas_bench_checks'

const LOOK_EVERY_MS = 100
/** More than it can take. Ours for a GitLab would end the bench at 600 calls in a minute. */
const CALLS_PER_MINUTE = 1_000_000
/** Of a processor's clock, as Linux counts them. */
const TICKS_PER_SECOND = 100

/** Confirmed requests whose checks wait, each with its job, and how long each job takes from then on. */
const STATEMENTS = [
  `insert into request (id, reference, type, subject_type, state, email, email_key, username, username_key, country, locale,
    requester_email, requester_key, source, received_at, confirmed_at, due_on, due_rule, waiting_on)
  select 'r' || lpad(n::text, 8, '0'), 'PR-' || upper(substr(md5(n::text), 1, 12)), 'individual-deletion', 'individual', 'checking',
    name || '@bench.example', name || '@bench.example', name, name, 'DE', 'en', name || '@bench.example', name || '@bench.example',
    'privacy-center', now(), now(), now() + interval '31 days', 'gdpr@2026-11-01', 'system'
  from (select n, '${personNamed(0).replace(/0$/, '')}' || n as name from generate_series(1, $1::int) n) people`,
  `insert into audit_entry (scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
  select id, 1, received_at, 'submit ' || id, 'submit', 'public', 'done', '{"type":"individual-deletion"}', '', sha256(id::bytea)::text
  from request`,
  `insert into audit_head (scope, seq, hash) select id, 1, sha256(id::bytea)::text from request`,
  `create table bench_took (ms float8 not null, at timestamptz not null default clock_timestamp())`,
  `create function bench_took() returns trigger language plpgsql security definer as $f$
    begin
      insert into bench_took (ms)
        select extract(epoch from clock_timestamp() - old.locked_at) * 1000
        from graphile_worker._private_tasks t where t.id = old.task_id and t.identifier = 'run-checks';
      return null;
    end $f$`,
  `create trigger bench_took after delete on graphile_worker._private_jobs
    for each row when (old.locked_at is not null) execute function bench_took()`,
  `select graphile_worker.add_job('run-checks', json_build_object('requestId', id), max_attempts => 5) from request`,
  'vacuum (analyze) request',
] as const

async function fill(serverUrl: string, name: string, checks: number, gitlabUrl: string): Promise<string> {
  const url = await makeFilled(serverUrl, name, 0)
  await asOwner(url, async client => {
    for (const text of STATEMENTS) await client.query(text.includes('$1') ? { text, values: [checks] } : text)
    const settings = { url: gitlabUrl, callsPerMinute: CALLS_PER_MINUTE }
    const secrets = sealJson({ token: 'of-the-bench' }, 'connected system', env().key, 'gitlab')
    await client.query(
      `insert into connected_system (key, kind, name, settings, secrets, updated_at) values ('gitlab', 'gitlab', 'GitLab', $1, $2, now())`,
      [settings, Buffer.from(secrets)],
    )
  })
  return url
}

interface Measured {
  workers: number
  perSecond: number
  callsEach: number
  p95: number
  /** Seconds of processor for a thousand checks, all workers together; null where the system doesn't tell. */
  processor: number | null
}

/** Seconds of processor that a process has used. */
function secondsOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return null
  }
}

interface Progress {
  done: number
  seconds: number
  p95: number
}

async function progress(client: pg.Client): Promise<Progress> {
  const { rows } = await client.query<Progress>(
    `select count(*)::int as done, coalesce(extract(epoch from max(at) - min(at)), 0)::float8 as seconds,
       coalesce(percentile_cont(0.95) within group (order by ms), 0) as p95 from bench_took`,
  )
  const [row] = rows
  if (!row) throw new Error('a count has one row')
  return row
}

/** Waits until more checks are done than so many. */
async function moreThan(client: pg.Client, done: number): Promise<Progress> {
  for (;;) {
    const now = await progress(client)
    if (now.done > done) return now
    await pause(LOOK_EVERY_MS)
  }
}

/**
 * From the first check that ended to the last, so that starting up doesn't count.
 * @param used seconds of processor until now
 * @throws where an account wasn't found
 */
async function checked(url: string, checks: number, used: () => number | null) {
  return await asOwner(url, async client => {
    const begun = { ...(await moreThan(client, 0)), used: used() }
    const { seconds, p95 } = await moreThan(client, checks - 1)
    const ended = used()
    const { rows } = await client.query<{ found: number }>(
      `select count(*)::int as found from "check" where facts->>'sameAccount' = 'true'`,
    )
    if (rows[0]?.found !== checks) throw new Error(`${rows[0]?.found} of ${checks} accounts were found`)
    const spent = begun.used === null || ended === null ? null : ended - begun.used
    return {
      perSecond: (checks - 1) / seconds,
      p95,
      processor: spent === null ? null : (spent / (checks - begun.done)) * 1000,
    }
  })
}

async function measure(
  serverUrl: string,
  shared: NodeJS.ProcessEnv,
  checks: number,
  workers: number,
): Promise<Measured> {
  const gitlab = await slowGitLab()
  const url = await fill(serverUrl, CHECKS_DATABASE, checks, gitlab.url)
  const settings = { ...shared, DATABASE_URL: url, ALLOWED_PRIVATE_HOSTS: gitlab.host }
  const running = Array.from({ length: workers }, () => startWorker(settings))
  try {
    const used = () => {
      const each = running.map(({ pid }) => secondsOf(pid)).filter(seconds => seconds !== null)
      return each.length < workers ? null : each.reduce((sum, seconds) => sum + seconds, 0)
    }
    const found = await checked(url, checks, used)
    return { workers, callsEach: gitlab.calls / checks, ...found }
  } finally {
    await Promise.all(running.map(worker => worker.stop()))
    await gitlab.close()
  }
}

/**
 * The automated checks of many requests at once, asked of a GitLab that takes its time, by one worker and by two.
 * @param shared the environment of a worker, but for its database
 */
export async function benchChecks(
  serverUrl: string,
  shared: NodeJS.ProcessEnv,
  checks: number,
): Promise<string> {
  const measured: Measured[] = []
  for (const workers of [1, 2]) measured.push(await measure(serverUrl, shared, checks, workers))
  const [alone, both] = measured
  const rows = measured.map(
    ({ workers, perSecond, callsEach, p95, processor }) =>
      `| ${workers} | ${perSecond.toFixed(1)} | ${(perSecond / workers).toFixed(1)} | ${callsEach.toFixed(2)} | ${p95.toFixed(0)} | ${processor?.toFixed(1) ?? 'unknown here'} |`,
  )
  return [
    `| workers | checks a second | a worker | calls a check | p95 of a check, ms | processor, s for 1,000 checks |`,
    '| --: | --: | --: | --: | --: | --: |',
    ...rows,
    '',
    `Two workers to one: ${((both?.perSecond ?? Number.NaN) / (alone?.perSecond ?? Number.NaN)).toFixed(2)} × the checks, ${checks.toLocaleString('en')} each.`,
  ].join('\n')
}
