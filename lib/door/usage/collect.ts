import { randomUUID } from 'node:crypto'
import { siteOf } from '@/lib/auth/client-address'
import { systemClock } from '@/lib/clock'
import { describeError, log } from '@/lib/log'
import { announcedFingerprints } from '@/lib/store/usage/announcements'
import { insertEvents, type RejectedRow, storedToday } from '@/lib/store/usage/events'
import { currentKeyVersion } from '@/lib/store/usage/keys'
import { ensurePartitions } from '@/lib/store/usage/partitions'
import { ownPageView } from '@/lib/usage-data/collecting/own-page'
import { parsePayload, parseQuery } from '@/lib/usage-data/collecting/protocol'
import {
  type Given,
  type Pseudonymised,
  pseudonymise,
  type RejectedEvent,
  type RejectReason,
  type StoredEvent,
} from '@/lib/usage-data/collecting/pseudonymise'
import { rulesOf } from '@/lib/usage-data/collecting/rules'
import { GroupCommit, QueueFull } from './group-commit'
import { eventIdOf, hmacOf } from './pseudonyms'
import { type Sample, sampleOf } from './rejected-sample'
import { Shares } from './shares'

/** What became of what was sent, by which a tracker knows whether to try again. */
export type Collected = 'stored' | 'ignored' | 'unreadable' | 'too-many' | 'not-now'

export interface Caller {
  /** Global Privacy Control or Do Not Track: nothing is stored. */
  optedOut: boolean
  /** The tracker asks that nobody be recognised. */
  anonymous: boolean
  /** Of the client, as our own web server tells it: counted in memory for the day, and stored nowhere. */
  address: string
}

type Row = { event: StoredEvent } | { rejected: RejectedEvent }

/** How many events may wait for the database, and how many it is given at once. */
const MOST_WAITING = 20_000
const PER_WRITE = 2000
/** What people were told, and under which key, is read again after this. */
const FRESH_MS = 2000
const NOTE_EVERY_MS = 60_000
/** Anybody can send events. So many are stored in a day at most, a few gigabytes; trackers try the others again. */
const MOST_A_DAY = 20_000_000
/** Our own page views don't come out of what strangers share, nor do strangers' events out of this. Counted by each process. */
const MOST_OWN_A_DAY = 2_000_000
const MOST_OWN_WAITING = 4000
/** Networks whose share of the day is remembered at once, a few megabytes. */
const MOST_NETWORKS = 10_000
/** In whose name our own page views are counted. */
const OURS = 'our own pages'

const rules = rulesOf()

interface State {
  queue: GroupCommit<Row>
  ownQueue: GroupCommit<Row>
  shares: Shares
  ownShare: Shares
  given: { at: number; announced: ReadonlyMap<string, string>; keyVersion: number; stored: number } | null
  partitionsOf: string
  turnedAway: number
  notedAt: number
  sample: Sample
  /** {@link MOST_A_DAY} and {@link MOST_OWN_A_DAY}, but for tests. */
  mostADay: number
  mostOwnADay: number
}

// Pages, route handlers and the web server are bundled apart, and each would have a queue of its own.
declare global {
  var habeasCollector: State | undefined
}

function state(): State {
  globalThis.habeasCollector ??= {
    queue: new GroupCommit(write, { most: MOST_WAITING, perWrite: PER_WRITE }),
    ownQueue: new GroupCommit(write, { most: MOST_OWN_WAITING, perWrite: PER_WRITE }),
    shares: new Shares(MOST_NETWORKS),
    ownShare: new Shares(1),
    given: null,
    partitionsOf: '',
    turnedAway: 0,
    notedAt: 0,
    sample: { since: 0, kept: new Map() },
    mostADay: MOST_A_DAY,
    mostOwnADay: MOST_OWN_A_DAY,
  }
  return globalThis.habeasCollector
}

/** Events that were turned away become one row a minute, written with the next batch. */
function turnedAwayRow(now: Date): RejectedRow[] {
  const held = state()
  if (held.turnedAway === 0 || now.getTime() - held.notedAt < NOTE_EVERY_MS) return []
  const row = toRow({ reason: 'over-limit', event: null, userPseudonym: null, fields: {} }, held.turnedAway)
  held.turnedAway = 0
  held.notedAt = now.getTime()
  return [row]
}

const toRow = (rejected: RejectedEvent, times = 1): RejectedRow => ({ ...rejected, id: randomUUID(), times })

async function write(rows: readonly Row[]): Promise<void> {
  const now = systemClock.now()
  const month = now.toISOString().slice(0, 7)
  if (state().partitionsOf !== month) {
    await ensurePartitions()
    state().partitionsOf = month
  }
  const events = rows.flatMap(row => ('event' in row ? [row.event] : []))
  const rejected = rows.flatMap(row => ('rejected' in row ? [row.rejected] : []))
  const away = turnedAwayRow(now)
  const counted = [
    ...rejected.map(({ reason }) => ({ outcome: reason, times: 1 })),
    ...away.map(({ reason, times }) => ({ outcome: reason, times })),
  ]
  await insertEvents(
    events,
    [...sampleOf(rejected, state().sample, now).map(event => toRow(event)), ...away],
    counted,
  )
}

/** What people were told, under which key, and how much the day holds; asked of the database every two seconds at most. */
async function known(): Promise<NonNullable<State['given']>> {
  const now = systemClock.now()
  const held = state()
  if (!held.given || now.getTime() - held.given.at > FRESH_MS) {
    const [announced, keyVersion, stored] = await Promise.all([
      announcedFingerprints(),
      currentKeyVersion(),
      storedToday(),
    ])
    held.given = { at: now.getTime(), announced, keyVersion, stored }
  }
  return held.given
}

async function given({ anonymous }: Pick<Caller, 'anonymous'>): Promise<Given> {
  const { announced, keyVersion } = await known()
  const now = systemClock.now()
  const eventId = (eid: string | undefined) => (eid ? eventIdOf(eid) : randomUUID())
  return { now, keyVersion, hmac: hmacOf(keyVersion), eventId, announced, anonymous }
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10)

/** Writes what strangers sent, out of their network's share: of the day for what is to be kept, of the queue for all of it. */
async function add(rows: readonly Row[], from: string): Promise<void> {
  const { queue, shares, mostADay } = state()
  const events = rows.filter(row => 'event' in row).length
  if (events === 0) return await queue.add(rows, from)
  const held = await known()
  if (!shares.take(from, events, mostADay - held.stored, dayOf(systemClock.now()))) throw new QueueFull()
  // Counted at once, as the database's own count is up to two seconds old.
  held.stored += events
  try {
    await queue.add(rows, from)
  } catch (error) {
    held.stored -= events
    shares.giveBack(from, events)
    throw error
  }
}

/** Writes our own page views, out of a share and a queue that are theirs alone. */
async function addOwn(rows: readonly Row[]): Promise<void> {
  const { ownQueue, ownShare, mostOwnADay } = state()
  if (!ownShare.take(OURS, rows.length, mostOwnADay, dayOf(systemClock.now()))) throw new QueueFull()
  await ownQueue.add(rows, OURS)
}

async function store(write: () => Promise<void>, count: number): Promise<'stored' | 'too-many' | 'not-now'> {
  try {
    await write()
    return 'stored'
  } catch (error) {
    if (error instanceof QueueFull) {
      state().turnedAway += count
      return 'too-many'
    }
    log.error({ err: describeError(error) }, 'usage data could not be stored')
    return 'not-now'
  }
}

const rowOf = (made: Pseudonymised): Row =>
  'stored' in made ? { event: made.stored } : { rejected: made.rejected }

/** Takes views of our own pages, by their paths. */
export async function collectOwnPages(paths: readonly string[]): Promise<Collected> {
  return await store(async () => {
    const knowing = await given({ anonymous: true })
    await addOwn(paths.flatMap(path => ownPageView(path, rules, knowing) ?? []).map(rowOf))
  }, paths.length)
}

/** Takes events that were read off a payload, each by itself: pseudonymised, then stored or rejected. */
export async function collectEvents(events: readonly unknown[], caller: Caller): Promise<Collected> {
  if (caller.optedOut) return 'ignored'
  return await store(async () => {
    const knowing = await given(caller)
    await add(
      events.map(event => rowOf(pseudonymise(event, rules, knowing))),
      siteOf(caller.address),
    )
  }, events.length)
}

/** Notes that a payload couldn't be read at all, and nothing of it. */
async function unreadable(reason: RejectReason, { address }: Caller): Promise<Collected> {
  const row = { rejected: { reason, event: null, userPseudonym: null, fields: {} } }
  const stored = await store(() => add([row], siteOf(address)), 1)
  return stored === 'stored' ? 'unreadable' : stored
}

/**
 * Takes the body of a tracker's POST.
 * @param body null where it was larger than a payload may be
 */
export async function collectPayload(body: string | null, caller: Caller): Promise<Collected> {
  if (caller.optedOut) return 'ignored'
  if (body === null) return await unreadable('too-large', caller)
  const payload = parsePayload(body)
  return payload.ok ? await collectEvents(payload.events, caller) : await unreadable(payload.problem, caller)
}

/** Takes the one event of a tracker's GET. */
export const collectQuery = (query: URLSearchParams, caller: Caller): Promise<Collected> =>
  collectEvents([parseQuery(query)], caller)
