import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemRoles } from '@/lib/core/systems/names'
import { systemKinds } from '@/lib/systems'
import type { AnySystemKind, Connection, Subject } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { metaOf } from '@/lib/systems/settings-fields'
import { examples } from '@/tests/support/stand-ins/examples'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { StandIn, type StandInAnswer, type StandInCall } from '@/tests/support/stand-ins/stand-in'
import { doing, wireTo } from '@/tests/support/stand-ins/wires'

/** What every kind of system promises, tried with each kind of the index. */

/** A server that quotes the whole call back, in every field that an API may say something in. */
class Echo extends StandIn {
  status = 401

  protected answer({ headers, line, raw }: StandInCall): StandInAnswer {
    const all = `${JSON.stringify(headers)} ${line} ${raw}`
    return {
      status: this.status,
      json: { message: all, error: all, description: all, errors: [all], error_description: all },
    }
  }
}

const subject: Subject = {
  accountId: '4000',
  username: 'robin',
  emails: ['robin@people.example'],
  forumUsername: 'robin',
}
const issue = {
  about: 'escalation',
  marker: 'HB-1',
  title: 'Question about HB-1',
  description: '',
  labels: [],
} as const
const ticket = { ticket: '35', macro: null, text: 'Done.', solves: true }

/** Everything that can be asked of a connection. */
const asks = (connection: Connection): (() => Promise<unknown>)[] => [
  async () => await connection.accounts?.lookUp('robin@people.example', 'robin'),
  async () => await connection.accounts?.lookUpByUsername('robin'),
  async () => await connection.find?.(subject),
  async () => await connection.openIssue?.(issue),
  async () => await connection.notify?.('escalation', 'HB-1 was escalated.'),
  async () => await connection.answerTicket?.(ticket),
  ...Object.values(connection.acts ?? {}).flatMap(act => [
    async () => await act.preview(subject, []),
    async () => await act.run(doing(new MemoryLedger(), { subject })),
  ]),
]

/** What staff would read: the words of a failure, or of an answer. */
async function wordsOf(ask: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await ask()) ?? ''
  } catch (error) {
    if (error instanceof SystemFailure) return error.message
    throw error
  }
}

const echo = new Echo()
/** A host that nobody listens at. */
let closed = ''
beforeAll(async () => {
  await echo.listen()
  const gone = await new Echo().listen()
  closed = gone.host
  await gone.close()
})
afterAll(async () => await echo.close())

describe.each([...systemKinds])('%s', (key, kind: AnySystemKind) => {
  const shape = Object.entries(kind.settings.shape)
  const withMeta = (mark: 'secret' | 'address') => shape.filter(([, schema]) => metaOf(schema)[mark])
  const settings = (host: string) => (examples[key] ?? []).map(example => example(host))
  const connections = (host: string) =>
    settings(host).map(given => kind.connect(given, wireTo(host, { name: kind.name, patienceMs: 2000 })))

  test('has an example', () => {
    expect(examples[key]?.length).toBeGreaterThan(0)
    for (const given of settings(closed)) expect(Object.keys(given)).not.toEqual([])
  })
  test('describes every setting', () => {
    for (const [, schema] of shape) expect(metaOf(schema).label).toMatch(/\S/)
  })
  test('has its acts and abilities in fact, and no others', () => {
    const made = connections(closed)
    const acts = new Set(made.flatMap(({ acts = {} }) => Object.keys(acts)))
    expect([...acts].sort()).toEqual([...kind.acts].sort())
    const having = { issue: 'openIssue', notify: 'notify', ticket: 'answerTicket' } as const
    for (const [ability, name] of Object.entries(having))
      expect([ability, made.some(connection => Object.hasOwn(connection, name))]).toEqual([
        ability,
        kind.abilities.some(known => known === ability),
      ])
  })
  test('tells its role without its secrets', () => {
    for (const given of settings(closed)) {
      const open = Object.entries(given).filter(
        ([name]) => !withMeta('secret').some(([secret]) => secret === name),
      )
      expect(systemRoles).toContain(kind.roleOf(Object.fromEntries(open)))
    }
    expect(() => kind.roleOf(null)).toThrow()
  })
  test('refuses settings that aren’t its own', () => {
    const wire = wireTo(closed, { name: kind.name })
    expect(() => kind.connect({}, wire)).toThrow()
    for (const given of settings(closed)) {
      for (const name of Object.keys(given))
        expect(() => kind.connect({ ...given, [name]: [['wrong']] }, wire)).toThrow()
      for (const [name] of withMeta('address'))
        for (const address of ['not an address', 'file:///etc/passwd', 'javascript:0'])
          expect(() => kind.connect({ ...given, [name]: address }, wire)).toThrow()
    }
  })
  test('keeps to limits that a site can bear', () => {
    expect(kind.limits.perMinute).toBeGreaterThan(0)
    expect(kind.limits.patienceMs).toBeGreaterThan(0)
    expect(kind.limits.patienceMs).toBeLessThanOrEqual(60_000)
  })
  test('checks a host where nobody listens without throwing, and names it', async () => {
    for (const connection of connections(closed)) {
      const lines = await connection.check()
      expect(lines.length).toBeGreaterThan(0)
      const wrong = lines.filter(line => !line.ok).map(line => line.words)
      if (withMeta('address').length > 0) expect(wrong.join(' ')).toContain(closed)
    }
  })
  test('says no secret and no address, though a server quotes them', async () => {
    const heard: string[] = []
    for (const status of [200, 400, 401, 403, 404, 409, 422, 429, 500]) {
      echo.status = status
      for (const connection of connections(echo.host)) {
        for (const { words } of await connection.check()) heard.push(words)
        for (const ask of asks(connection)) heard.push(await wordsOf(ask))
      }
    }
    const all = heard.join('\n')
    for (const given of settings(echo.host))
      for (const [name] of withMeta('secret')) {
        const secret = String(given[name])
        expect(all).not.toContain(secret)
        expect(all).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''))
      }
    expect(all).not.toContain('robin@people.example')
  })
})
