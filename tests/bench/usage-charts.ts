import { randomUUID } from 'node:crypto'
import { secretHash } from '@/lib/auth/session-token'
import { newSecret } from '@/lib/secrets'
import { connect } from '@/lib/store/database/client'
import { rollUp } from '@/lib/store/usage/rollups'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'
import { asOwner } from './fill'
import { median } from './measure'
import { STAFF } from './rows'
import { startWeb } from './site'
import { visit } from './visit'

/** What the page of indicators and the worker's rounds are held to. */
const GROWTH = 1.3
const ROUND_MS = 60_000
/** Funnels read events, so a few are enough. */
const FUNNELS = 5
const FUNNEL = '/usage/funnel?step=page_view&step=issue_created&step=pipeline_started&days=28'

/** Counts every day, as the worker's sweep would. @returns milliseconds of each round, and the days that it counted */
async function countAll(url: string): Promise<{ ms: number; days: number }[]> {
  const db = connect(url)
  const rounds = []
  try {
    for (;;) {
      const began = performance.now()
      const days = await rollUp(rolledEvents(), db)
      if (days === 0) return rounds
      rounds.push({ ms: performance.now() - began, days })
    }
  } finally {
    await db.$disconnect()
  }
}

interface UsagePlace {
  /** How many events there are. */
  events: number
  settings: NodeJS.ProcessEnv & { DATABASE_URL: string }
}

interface Measured {
  bare: number[]
  page: number[]
  funnel: number[]
}

/** Signs somebody in and starts the web server. @returns what visits its pages */
async function open({ settings }: UsagePlace) {
  const session = newSecret()
  await asOwner(settings.DATABASE_URL, async client => {
    await client.query(
      `insert into staff_session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [randomUUID(), STAFF[0], secretHash('staff session', session)],
    )
    await client.query('vacuum (analyze) usage_daily, usage_window')
  })
  const web = await startWeb(settings)
  const timed = async (path: string, contains: string | RegExp) => {
    const answer = await visit(web.url, { path, headers: { cookie: `habeas_session=${session}` } })
    if (answer.status === 200 && answer.text.match(contains)) return answer.ms
    throw new Error(`${path}: answered ${answer.status}, expected 200 with ${contains}`)
  }
  const measured: Measured = { bare: [], page: [], funnel: [] }
  return {
    stop: web.stop,
    measured,
    async turn(counts: boolean, withFunnel: boolean) {
      const bare = (await visit(web.url, { path: '/sign-in' })).ms
      const page = await timed('/usage', 'Monthly active users')
      if (withFunnel) measured.funnel.push(await timed(FUNNEL, /Share of step 1|too much to count/))
      if (!counts) return
      measured.bare.push(bare)
      measured.page.push(page)
    },
  }
}

/**
 * Charts among many events: how long it takes to roll them up, and then the page of indicators, among few and among many in
 * turn, against the bare page of the same server.
 * @returns a section of the report, in Markdown
 */
export async function usageCharts(
  few: UsagePlace,
  many: UsagePlace,
  { warmUps, rounds }: { warmUps: number; rounds: number },
): Promise<string> {
  await countAll(few.settings.DATABASE_URL)
  const counted = await countAll(many.settings.DATABASE_URL)
  const [smaller, larger] = [await open(few), await open(many)]
  try {
    for (let turn = 0; turn < warmUps + rounds; turn++)
      for (const place of turn % 2 ? [larger, smaller] : [smaller, larger])
        await place.turn(turn >= warmUps, turn < FUNNELS)
    return section([few.events, many.events], counted, [smaller.measured, larger.measured])
  } finally {
    await smaller.stop()
    await larger.stop()
  }
}

function section(
  events: readonly [number, number],
  counted: readonly { ms: number; days: number }[],
  measured: readonly [Measured, Measured],
): string {
  const total = counted.reduce((sum, run) => sum + run.ms, 0)
  const days = counted.reduce((sum, run) => sum + run.days, 0)
  const longest = Math.max(...counted.map(run => run.ms))
  const line = (name: string, key: keyof Measured) => {
    const [few, many] = [median(measured[0][key]), median(measured[1][key])]
    return `| ${name} | ${few.toFixed(1)} | ${many.toFixed(1)} | ${(many / few).toFixed(2)} | ${(many / median(measured[1].bare)).toFixed(2)} |`
  }
  const growth = median(measured[1].page) / median(measured[0].page)
  return [
    `| median, ms | ${events.map(count => `${count.toLocaleString('en')} events`).join(' | ')} | growth | × bare |`,
    '| --- | --: | --: | --: | --: |',
    line('bare page (sign-in)', 'bare'),
    line('indicators, from roll-ups', 'page'),
    line('funnel of three steps over 28 days, from events (gives up after 8 s)', 'funnel'),
    '',
    `Rolling up ${(events[1] ?? 0).toLocaleString('en')} events of ${days} days took ${(total / 1000).toFixed(0)} s, ${(total / days / 1000).toFixed(2)} s a day; the longest round of the sweep ${(longest / 1000).toFixed(1)} s.`,
    '',
    `Goals: indicators grow by ≤ ${GROWTH}: ${growth <= GROWTH ? 'holds' : 'MISSED'} (${growth.toFixed(2)}) · a round of the sweep ≤ ${ROUND_MS / 1000} s: ${longest <= ROUND_MS ? 'holds' : 'MISSED'}`,
  ].join('\n')
}
