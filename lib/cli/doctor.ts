import { staffMails } from '@/emails/index'
import { systemClock } from '@/lib/clock'
import { systemActor } from '@/lib/core/people/make-actor'
import { compareKeys, earlierKeyWords, otherKeyWords } from '@/lib/door/keys/key-check'
import { env } from '@/lib/env'
import { lookAt, type ServerLook } from '@/lib/mail/probe'
import { mailServer } from '@/lib/mail/server'
import { tlsWords } from '@/lib/mail-tls-words'
import { parkedTries } from '@/lib/store/database/due-tries'
import { databaseHealth } from '@/lib/store/database/health'
import { parkedJobs } from '@/lib/store/database/jobs'
import { missingMigrations } from '@/lib/store/database/readiness'
import { APP_ROLE } from '@/lib/store/database/role'
import { lastBeat } from '@/lib/store/database/worker-heartbeat'
import { hasDemoStaff } from '@/lib/store/demo/demo'
import { mailBacklog, mailTrouble } from '@/lib/store/mail/outbox'
import { staffMailTrouble } from '@/lib/store/mail/staff-mail-trouble'
import { undeliveredCounts } from '@/lib/store/mail/stray-mail'
import { lastPings } from '@/lib/store/usage/pings'
import { weakPoints } from '@/lib/weak-points'
import { audit } from './doctor-audit'
import { systems } from './doctor-systems'
import { webhookFindings } from './doctor-webhooks'
import { advice, type Finding, fine, trouble } from './finding'
import type { Terminal } from './subcommand'

/** A worker speaks every ten seconds. */
const SILENT_SECONDS = 60
const CLOCK_SECONDS = 5
const MAIL_WAITS_SECONDS = 15 * 60

/** Reading them at all has proved that each is set and is no example. */
async function keys(): Promise<Finding[]> {
  const found = await compareKeys().catch(() => null)
  if (!found) return [trouble('HABEAS_KEY could not be compared with the database’s')]
  if (found.key === 'other') return [trouble(otherKeyWords)]
  if (found.key === 'earlier') return [trouble(earlierKeyWords)]
  return [
    fine('the keys are set, and are no examples'),
    found.key === 'none'
      ? advice('the database has no check value of HABEAS_KEY yet; the next start writes it')
      : fine('HABEAS_KEY is the one that this database was made with'),
    ...(found.signIn === 'other'
      ? [advice('NEXTAUTH_SECRET is not the one of the last start: everybody signs in anew')]
      : []),
  ]
}

async function settings(): Promise<Finding[]> {
  const { appUrl, orgTimeZone } = env()
  return [
    ...(await keys()),
    fine(`links lead to ${appUrl}`),
    fine(`days are counted in ${orgTimeZone}`),
    ...weakPoints(env()).map(advice),
  ]
}

async function database(): Promise<Finding[]> {
  const { major, supported, worksAs, clockAheadSeconds } = await databaseHealth(systemClock.now())
  const missing = await missingMigrations()
  return [
    supported ? fine(`PostgreSQL ${major}`) : trouble(`PostgreSQL ${major}; 15 to 18 are supported`),
    missing.length === 0
      ? fine('the schema is up to date')
      : trouble(`migrations are missing: ${missing.join(', ')}`),
    worksAs === APP_ROLE
      ? fine(`the product works as ${APP_ROLE}`)
      : advice(
          'the product works as the database’s owner: the audit log is guarded by its triggers alone (docs/running.md)',
        ),
    Math.abs(clockAheadSeconds) < CLOCK_SECONDS
      ? fine('this clock and the database’s agree')
      : advice(
          `this clock is ${Math.round(clockAheadSeconds)} s ahead of the database’s, which decides what is due`,
        ),
  ]
}

async function people(): Promise<Finding[]> {
  const { embedded, demo } = env()
  if (embedded || demo || !(await hasDemoStaff())) return [fine('no demo people where they don’t belong')]
  return [trouble('demo people with a published password can sign in')]
}

async function worker(): Promise<Finding[]> {
  const seen = await lastBeat()
  const seconds = seen && (systemClock.now().getTime() - seen.getTime()) / 1000
  const [parked, due] = await Promise.all([parkedJobs(systemActor()), parkedTries(systemActor())])
  return [
    seconds !== undefined && seconds < SILENT_SECONDS
      ? fine('a worker is running')
      : trouble('no worker is running'),
    parked.length === 0
      ? fine('no job is parked')
      : trouble(`${parked.length} jobs are parked; a person has to look`),
    due.length === 0
      ? fine('nothing that is due keeps failing')
      : trouble(`${due.length} due things keep failing; a person has to look (settings, parked jobs)`),
  ]
}

async function mail(): Promise<Finding[]> {
  const { smtpUrl } = env()
  const { waiting, oldestSeconds } = await mailBacklog()
  const stopped = await mailTrouble()
  const own = await staffMailTrouble(staffMails.map(({ key }) => key))
  const backlog =
    oldestSeconds < MAIL_WAITS_SECONDS
      ? fine(`${waiting} mails are on their way`)
      : trouble(`${waiting} mails wait, the first for ${Math.round(oldestSeconds / 60)} minutes`)
  const refusal =
    stopped?.kind === 'refused'
      ? [trouble(`the mail server refuses our mail: ${stopped.answer}; ${stopped.waiting} mails wait`)]
      : []
  const comesBack =
    own.length > 0
      ? [trouble(`mail to ${own.length} of our own addresses comes back; the desk names them`)]
      : []
  const server = smtpUrl
    ? serverFinding(await lookAt(mailServer(smtpUrl)))
    : trouble('SMTP_URL is not set: mail waits')
  return [server, backlog, ...refusal, ...comesBack, ...(await undelivered())]
}

/** What is recorded of single mails; the desk has the list. */
async function undelivered(): Promise<Finding[]> {
  const { stray, messages } = await undeliveredCounts()
  const kinds = stray.map(({ kind, count }) => `${count} ${kind}`).join(', ')
  return [
    ...(kinds ? [advice(`mail that didn’t arrive: ${kinds}; Settings, Parked jobs lists it`)] : []),
    ...(messages > 0
      ? [advice(`${messages} messages of open requests came back or are uncertain; their requests say so`)]
      : []),
  ]
}

/** Whether the last Service Ping was taken, where it is sent at all. */
async function ping(): Promise<Finding[]> {
  const [last] = await lastPings(1)
  return last?.state === 'failed'
    ? [advice('the last Service Ping was not taken; Settings, Service Ping says why')]
    : []
}

/** What other programs are told of. */
const webhooks = (): Promise<Finding[]> => webhookFindings(systemActor(), systemClock.now())

const serverFinding = (found: ServerLook): Finding =>
  found === 'answers'
    ? fine('the mail server answers')
    : trouble(
        found === 'silent'
          ? 'the mail server does not answer'
          : `mail can’t leave encrypted. ${tlsWords(found) ?? ''}`.trim(),
      )

const marks: Record<Finding['level'], string> = { fine: 'ok     ', advice: 'note   ', trouble: 'TROUBLE' }

/** `doctor`: looks at everything that the product stands on; 1 when something needs somebody. */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  env()
  let sick = false
  for (const look of [settings, database, people, worker, audit, mail, systems, webhooks, ping]) {
    const findings = await look().catch(() => [trouble(`${look.name} could not be looked at`)])
    for (const { level, says } of findings) terminal.out(`${marks[level]} ${says}`)
    sick ||= findings.some(finding => finding.level === 'trouble')
  }
  return sick ? 1 : 0
}
