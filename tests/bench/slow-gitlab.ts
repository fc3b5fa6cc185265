import { createServer, type ServerResponse } from 'node:http'

const ANSWERS_AFTER_MS = 50
/** Ids count from here, so that no name is an id. */
const FIRST_ID = 1000

export const personNamed = (number: number): string => `person${number}`

export interface SlowGitLab {
  url: string
  /** As in ALLOWED_PRIVATE_HOSTS. */
  host: string
  /** So many calls so far. */
  readonly calls: number
  close(): Promise<void>
}

/** An account that nothing speaks against, as an admin is shown it. */
const userOf = (id: number) => ({
  id,
  username: personNamed(id - FIRST_ID),
  name: 'Robin Example',
  email: `${personNamed(id - FIRST_ID)}@bench.example`,
  state: 'active',
  namespace_id: id + 10_000_000,
  plan: 'free',
  two_factor_enabled: true,
  created_at: '2018-03-01T00:00:00.000Z',
  last_activity_on: '2026-11-01',
})

function answerTo({ pathname, searchParams }: URL): { body: unknown; total?: number } {
  const named = searchParams.get('username') ?? searchParams.get('search')?.split('@')[0]
  const number = /^person(\d+)$/.exec(named ?? '')?.[1]
  if (number) return { body: [userOf(FIRST_ID + Number(number))] }
  const id = /^\/api\/v4\/users\/(\d+)$/.exec(pathname)?.[1]
  return id ? { body: userOf(Number(id)) } : { body: [], total: 0 }
}

/** GitLab as the checks ask it, for any number of people, each answer late by the same. */
export async function slowGitLab(): Promise<SlowGitLab> {
  let calls = 0
  const send = (response: ServerResponse, { body, total }: ReturnType<typeof answerTo>) => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-next-page': '',
      ...(total !== undefined && { 'x-total': String(total) }),
    })
    response.end(JSON.stringify(body))
  }
  const server = createServer((asked, response) => {
    calls += 1
    const url = new URL(asked.url ?? '/', 'http://gitlab.bench')
    setTimeout(() => send(response, answerTo(url)), ANSWERS_AFTER_MS)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const host = `127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  return {
    url: `http://${host}`,
    host,
    get calls() {
      return calls
    },
    close: () =>
      new Promise(closed => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
