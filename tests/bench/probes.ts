import { queueViews } from '@/lib/core/view/queue-filter'
import type { Samples } from './samples'
import { type Answer, type Visit, visit } from './visit'

/** One thing that somebody does again and again; each time with other data. */
export interface Probe {
  name: string
  /** Does it on a site the `turn`th time. @returns milliseconds of the visit that counts */
  run(site: URL, samples: Samples, turn: number): Promise<number>
}

/** The nearest thing to an empty page that the product has: dynamic, no session, no query to the database. */
export const BARE = 'bare page (sign-in)'
export const FIRST_PAGE = 'queue, first page'

function expectAnswer(what: string, answer: Answer, status: number, contains: RegExp | string): number {
  const found = typeof contains === 'string' ? answer.text.includes(contains) : contains.test(answer.text)
  if (answer.status === status && found) return answer.ms
  throw new Error(
    `${what}: answered ${answer.status}, expected ${status} with ${contains}\n${answer.text.slice(0, 600)}`,
  )
}

const page = (
  name: string,
  contains: (samples: Samples, turn: number) => RegExp | string,
  ask: (samples: Samples, turn: number) => Visit,
): Probe => ({
  name,
  run: async (site, samples, turn) =>
    expectAnswer(name, await visit(site, ask(samples, turn)), 200, contains(samples, turn)),
})

const cookie = (secret: string) => ({ cookie: `habeas_session=${secret}` })
const reference = /PR-[2-9A-Z]{4}-[2-9A-Z]{4}/
const queue = (name: string, query: (samples: Samples, turn: number) => Record<string, string>) =>
  page(
    name,
    () => reference,
    (samples, turn) => ({
      path: `/requests?${new URLSearchParams(query(samples, turn))}`,
      headers: cookie(samples.session),
    }),
  )
/** A sample for each turn, round and round. */
const turned = <T>(list: readonly T[], turn: number): T => {
  const found = list[turn % list.length]
  if (found === undefined) throw new Error('there are no samples')
  return found
}

const views = queueViews
  .filter(view => view !== 'needs-us')
  .map(view => queue(`view ${view}`, () => ({ view })))

/** Each filter once in the view that people work in and once over everything, and several at a time. */
const narrowings: readonly Readonly<Record<string, string>>[] = [
  { type: 'enterprise-deletion' },
  { state: 'verifying' },
  { risk: 'high' },
  { waitingOn: 'support' },
  { assignee: 'none' },
  { due: 'soon' },
  { type: 'individual-deletion', risk: 'medium', assignee: 'none' },
]
const filters = narrowings.flatMap(narrow =>
  ['needs-us', 'all'].map(view =>
    queue(`filter ${Object.entries(narrow).flat().join(' ')}, ${view}`, () => ({ view, ...narrow })),
  ),
)

const search = (name: string, q: (samples: Samples, turn: number) => string) =>
  queue(`search, ${name}`, (samples, turn) => ({ view: 'all', q: q(samples, turn) }))

const searches = [
  search('reference', (samples, turn) => turned(samples.people, turn).reference),
  search('email', (samples, turn) => turned(samples.people, turn).email),
  search('username', (samples, turn) => turned(samples.people, turn).username),
  search('beginning of a reference', (samples, turn) => turned(samples.people, turn).reference.slice(0, 7)),
  search('beginning of an email', (samples, turn) => turned(samples.people, turn).email.split('@')[0] ?? ''),
  search('beginning of a username', (samples, turn) => turned(samples.people, turn).username.slice(0, -1)),
  search('three letters of an email', (samples, turn) => turned(samples.people, turn).email.slice(0, 3)),
]

const details = page(
  'request, Details',
  (samples, turn) => turned(samples.people, turn).reference,
  (samples, turn) => ({
    path: `/requests/${turned(samples.people, turn).reference}/details`,
    headers: cookie(samples.session),
  }),
)

const byReference: Probe = {
  name: 'request, API',
  run: async (site, { people, token }, turn) => {
    const { reference } = turned(people, turn)
    const headers = { authorization: `Bearer ${token}` }
    const answer = await visit(site, { path: `/api/v1/requests/${reference}`, headers })
    return expectAnswer('request, API', answer, 200, reference)
  },
}

const newcomer = (turn: number) => ({
  type: 'individual-deletion',
  email: `new.${turn}.${Date.now()}@bench.example`,
  username: `new_${turn}_${Date.now()}`,
  name: 'Robin Example',
  country: 'DE',
})

const byApi: Probe = {
  name: 'submission, API',
  run: async (site, { token }, turn) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `bench-${turn}-${Date.now()}`,
    }
    const answer = await visit(site, {
      method: 'POST',
      path: '/api/v1/requests',
      headers,
      body: JSON.stringify(newcomer(turn)),
    })
    return expectAnswer('submission, API', answer, 201, reference)
  },
}

/** Every turn calls from another address, because one network may not send forms without end. */
const fromElsewhere = (turn: number) => `198.18.${Math.floor(turn / 250) % 250}.${(turn % 250) + 1}`

const byForm: Probe = {
  name: 'submission, public form',
  run: async (site, _samples, turn) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': fromElsewhere(turn),
      origin: site.origin,
      'sec-fetch-site': 'same-origin',
    }
    const body = new URLSearchParams(newcomer(turn)).toString()
    const kept = await visit(site, { method: 'POST', path: '/request/details/save', headers, body })
    expectAnswer('public form, details', kept, 303, '')
    const [draft = ''] = kept.headers['set-cookie']?.[0]?.split(';') ?? []
    const sent = await visit(site, {
      method: 'POST',
      path: '/request/check/send',
      headers: { ...headers, cookie: draft },
    })
    if (sent.headers.location !== '/request/sent')
      throw new Error(`public form: led to ${sent.headers.location}`)
    return expectAnswer('public form', sent, 303, '')
  },
}

export const bare = page(
  BARE,
  () => /<form/,
  () => ({ path: '/sign-in' }),
)

export const probes: readonly Probe[] = [
  bare,
  queue(FIRST_PAGE, () => ({})),
  queue('queue, deep page', samples => ({ view: 'all', cursor: samples.deepCursor })),
  queue('queue, deep page, open ones', samples => ({ view: 'needs-us', cursor: samples.openCursor })),
  ...views,
  ...filters,
  page(
    'queue of a console engineer',
    () => reference,
    samples => ({ path: '/requests', headers: cookie(samples.consoleSession) }),
  ),
  ...searches,
  details,
  byReference,
  byApi,
  byForm,
]
