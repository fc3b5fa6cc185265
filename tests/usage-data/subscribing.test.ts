import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET as feedRoute } from '@/app/(privacy-center)/usage-data/changes.atom/route'
import { POST as subscribeRoute } from '@/app/(privacy-center)/usage-data/subscribe/route'
import { POST as confirmRoute } from '@/app/(privacy-center)/usage-data/subscription/[token]/confirm/route'
import { POST as endRoute } from '@/app/(privacy-center)/usage-data/subscription/[token]/unsubscribe/route'
import { systemActor } from '@/lib/core/people/make-actor'
import { publishFirstEntry } from '@/lib/door/usage/announce'
import { mailChanges } from '@/lib/door/usage/mail-changes'
import { rotateKey } from '@/lib/door/usage/rotate'
import { viewSubscription } from '@/lib/door/usage/subscribe'
import { parkedTries } from '@/lib/store/database/due-tries'
import { readChanges } from '@/lib/store/usage/announcements'
import { countSubscribers } from '@/lib/store/usage/subscribers'
import { atomFeed } from '@/lib/usage-data/definitions/atom'
import { staffOf } from '@/tests/factories/staff'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { sql, sink } = world
const origin = 'http://habeas.test'
const priya = staffOf('privacy')
const form = (path: string, fields: Record<string, string>, from = origin) =>
  new Request(`${origin}${path}`, {
    method: 'POST',
    headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const ask = (email: string) => subscribeRoute(form('/usage-data/subscribe', { email }))
const press = (route: typeof confirmRoute, token: string) =>
  route(form(`/usage-data/subscription/${token}`, {}), { params: Promise.resolve({ token }) })
const said = (response: Response) => `${response.status} ${response.headers.get('location') ?? ''}`
const tokenIn = (text = '') => /\/usage-data\/subscription\/([\w-]{43})/.exec(text)?.[1] ?? ''
const announce = (title: string) => rotateKey(priya, { title, text: 'For a test.' }, `test:${randomUUID()}`)

beforeAll(async () => {
  await publishFirstEntry()
  await world.work()
})
beforeEach(async () => {
  await sql('delete from usage_subscriber')
  // All tests come from one network, and together do more than it may in a minute.
  await sql('delete from rate_limit')
})

/** Subscribed and confirmed; answers the secret of the link. */
async function subscriber(email: string): Promise<string> {
  await ask(email)
  await world.work()
  const token = tokenIn(sink.mailsTo(email).at(-1)?.text)
  await press(confirmRoute, token)
  return token
}

describe('asking to be told', () => {
  test('is answered in the same words for everybody', async () => {
    await subscriber('known@people.example')
    const sent = '303 /usage-data/changes?asked=sent#subscribe'
    for (const email of ['known@people.example', 'new@people.example', 'new@people.example'])
      expect(said(await ask(email))).toBe(sent)
    expect(said(await ask('not an address'))).toBe('303 /usage-data/changes?asked=address#subscribe')
    expect(said(await ask('a@b.example, c@d.example'))).toContain('asked=address')
  })
  test('mails a link, which does nothing by being looked at', async () => {
    await ask('Robin@People.Example')
    await world.work()
    const [mail] = sink.mailsTo('robin@people.example')
    const token = tokenIn(mail?.text)
    expect(await viewSubscription(token)).toBe('confirm')
    expect(await viewSubscription(token)).toBe('confirm')
    expect(await countSubscribers()).toBe(0)
    expect(said(await press(confirmRoute, token))).toBe(`303 /usage-data/subscription/${token}?confirmed=1`)
    await press(confirmRoute, token)
    expect([await countSubscribers(), await viewSubscription(token)]).toEqual([1, 'unsubscribe'])
  })
  test('mails a stranger’s mailbox three times an hour, at most', async () => {
    for (let count = 0; count < 7; count++) await ask('stranger@people.example')
    await world.work()
    expect(sink.mailsTo('stranger@people.example')).toHaveLength(3)
  })
  test('comes from our own page only', async () => {
    const elsewhere = form(
      '/usage-data/subscribe',
      { email: 'x@people.example' },
      'https://elsewhere.example',
    )
    expect((await subscribeRoute(elsewhere)).status).toBe(403)
  })
  test('is forgotten after seven days without a word', async () => {
    await ask('late@people.example')
    const confirmed = await subscriber('kept@people.example')
    const age = (days: number) =>
      sql(`update usage_subscriber set asked_at = now() - interval '${days} days'`)
    await age(6)
    await world.work()
    expect(await sql('select email from usage_subscriber')).toHaveLength(2)
    await age(8)
    await world.work()
    expect(await sql('select email from usage_subscriber')).toEqual([{ email: 'kept@people.example' }])
    expect(await viewSubscription(confirmed)).toBe('unsubscribe')
  })
  test('keeps only the hash of a link', async () => {
    const token = await subscriber('hash@people.example')
    expect(JSON.stringify(await sql('select * from usage_subscriber'))).not.toContain(token)
    for (const wrong of ['', 'x', `${token.slice(0, -1)}~`, '__proto__', token.toUpperCase()])
      expect(await viewSubscription(wrong)).toBeNull()
  })
})

describe('a change', () => {
  test('is mailed to each confirmed address once, also by concurrent runs, with an unsubscribe link', async () => {
    const token = await subscriber('one@people.example')
    await subscriber('two@people.example')
    await ask('unconfirmed@people.example')
    await announce('A key for mail')
    await Promise.all([mailChanges(), mailChanges(), mailChanges()])
    await world.work()
    await world.work()
    const about = (email: string) => sink.mailsTo(email).filter(mail => mail.words.includes('A key for mail'))
    expect(about('one@people.example')).toHaveLength(1)
    expect(about('two@people.example')).toHaveLength(1)
    expect(about('unconfirmed@people.example')).toHaveLength(0)
    expect(tokenIn(about('one@people.example')[0]?.text)).toBe(token)
    const [entry] = await sql<{ told: boolean }>(
      `select mailed_at is not null as told from usage_change where title = 'A key for mail'`,
    )
    expect(entry?.told).toBe(true)
  })
  test('whose mail can’t be made for somebody is mailed to everybody else, and the next one too', async () => {
    const told = (title: string) =>
      sink.mailsTo('fine@people.example').filter(mail => mail.words.includes(title)).length
    const isClosed = async (title: string) =>
      (await sql(`select 1 from usage_change where title = $1 and mailed_at is not null`, [title])).length ===
      1
    await subscriber('poison@people.example')
    await subscriber('fine@people.example')
    await sql(
      `update usage_subscriber set id = '0', email = 'no address' where email = 'poison@people.example'`,
    )
    await announce('A first key')
    await announce('A second key')
    for (let round = 0; round < 12; round++) {
      await sql(`update due_try set next_try_at = now()`)
      await world.work()
    }
    expect([told('A first key'), told('A second key')]).toEqual([1, 1])
    const parked = await parkedTries(systemActor())
    expect(parked.map(due => due.sweep)).toEqual(['change-mails', 'change-mails'])
    expect(JSON.stringify(parked)).not.toContain('no address')
    expect(await isClosed('A first key')).toBe(false)

    // Before the mails that left are forgotten, after 30 days, the entry is closed: nobody gets it again.
    await sql(`update usage_subscriber set confirmed_at = confirmed_at - interval '26 days'`)
    await sql(`update usage_change set at = at - interval '26 days' where title = 'A first key'`)
    await mailChanges()
    expect([await isClosed('A first key'), await isClosed('A second key')]).toEqual([true, false])
    await sql(`update usage_subscriber set email = 'poison@people.example' where id = '0'`)
    await sql(`update due_try set next_try_at = now()`)
    await world.work()
    expect(
      sink.mailsTo('poison@people.example').filter(mail => mail.words.includes('A second key')),
    ).toHaveLength(1)
    expect(await isClosed('A second key')).toBe(true)
    await sql('delete from due_try')
  })
  describe('lets a mail program take its reader off', () => {
    /** As RFC 8058 has it: by itself, from no page, without a cookie. */
    const click = (token: string, body: BodyInit, headers: Record<string, string> = {}) =>
      endRoute(
        new Request(`${origin}/usage-data/subscription/${token}/unsubscribe`, {
          method: 'POST',
          headers,
          body,
        }),
        { params: Promise.resolve({ token }) },
      )
    const multipart = () => {
      const body = new FormData()
      body.set('List-Unsubscribe', 'One-Click')
      return body
    }
    const stays = () => countSubscribers()
    test('by an address in its head', async () => {
      const token = await subscriber('head@people.example')
      await announce('A key with a way out')
      await world.work()
      const head = sink.mailsTo('head@people.example').at(-1)?.head
      expect(head).toContain(`List-Unsubscribe: <${origin}/usage-data/subscription/${token}/unsubscribe>`)
      // One click is for https only.
      expect(head).not.toContain('List-Unsubscribe-Post')
    })
    test('by one POST of either kind, however often', async () => {
      for (const body of [multipart(), new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })]) {
        const token = await subscriber('click@people.example')
        expect(await stays()).toBe(1)
        for (let time = 0; time < 2; time++) expect((await click(token, body)).status).toBe(200)
        expect(await stays()).toBe(0)
      }
    })
    test('and nothing else that comes from elsewhere', async () => {
      const token = await subscriber('kept@people.example')
      for (const body of [
        '',
        'List-Unsubscribe=One-Click',
        new URLSearchParams({ 'List-Unsubscribe': 'no' }),
      ])
        expect((await click(token, body)).status).toBe(403)
      const known = await click(`${token.slice(0, -1)}~`, multipart())
      expect([known.status, await stays()]).toEqual([200, 1])
      expect(
        (
          await confirmRoute(form('/x', { 'List-Unsubscribe': 'One-Click' }, 'https://elsewhere.example'), {
            params: Promise.resolve({ token }),
          })
        ).status,
      ).toBe(403)
    })
  })
  test('is not mailed to people who unsubscribed, nor to later subscribers', async () => {
    const token = await subscriber('ended@people.example')
    expect(said(await press(endRoute, token))).toBe('303 /usage-data/subscription/ended')
    expect(said(await press(endRoute, token))).toBe('303 /usage-data/subscription/ended')
    await announce('Another key')
    await subscriber('later@people.example')
    await world.work()
    const all = [...sink.mailsTo('ended@people.example'), ...sink.mailsTo('later@people.example')]
    expect(all.filter(candidate => candidate.words.includes('Another key'))).toEqual([])
    expect(await sql(`select 1 from usage_subscriber where email = 'ended@people.example'`)).toEqual([])
  })
})

test('a title that was sent with line breaks and worse is one line, and is mailed', async () => {
  await subscriber('lines@people.example')
  await announce('First\r\nBcc: x@y.example\u2028\u0000 {{ link }} last')
  await world.work()
  expect((await readChanges(1))[0]?.title).toBe('First Bcc: x@y.example {{ link }} last')
  const told = sink.mailsTo('lines@people.example').at(-1)
  expect(told?.raw).toMatch(/^subject: Usage data: First Bcc: x@y\.example/im)
  expect(told?.recipients).toEqual(['lines@people.example'])
})

describe('the feed', () => {
  const read = (headers: Record<string, string> = {}) =>
    feedRoute(new Request(`${origin}/usage-data/changes.atom`, { headers }))
  test('has the newest entry the moment that it counts', async () => {
    await announce('Straight <into> the "feed" & on')
    const response = await read()
    const [newest] = await readChanges(1)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const xml = await response.text()
    expect(
      xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'),
    ).toBe(true)
    expect(xml).toContain(`<id>urn:uuid:${newest?.id}</id>`)
    expect(xml).toContain('<title>Straight &lt;into&gt; the &quot;feed&quot; &amp; on</title>')
    expect(xml).toContain(`<updated>${newest?.at.toISOString()}</updated>`)
    expect(xml).toContain(
      '<link rel="self" type="application/atom+xml" href="http://habeas.test/usage-data/changes.atom"/>',
    )
  })
  test('is sent again only when it has changed', async () => {
    const first = await read()
    const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `W/${etag}, "other"` },
      { 'if-modified-since': modified },
    ]
    for (const headers of known) {
      const again = await read(headers)
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await read({ 'if-none-match': '"other"', 'if-modified-since': modified })).status).toBe(200)
    expect((await read({ 'if-modified-since': 'yesterday' })).status).toBe(200)
    await announce('Something new')
    expect((await read({ 'if-none-match': etag })).status).toBe(200)
  })
  test('stays well-formed with any text', () => {
    const nasty = ']]> <script>&\u0000\u0008\uFFFE\uD800 \u{1F600}'
    const xml = atomFeed({
      page: `${origin}/x?a=1&b=2`,
      self: origin,
      title: nasty,
      author: nasty,
      entries: [{ id: 'i', at: new Date(0), kind: nasty, title: nasty, body: nasty }],
    })
    for (const sign of ['\u0000', '\u0008', '\uFFFE', '\uD800 ']) expect(xml).not.toContain(sign)
    expect(xml).toContain(']]&gt; &lt;script&gt;&amp; \u{1F600}')
    const tags = [...xml.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)].filter(([, , , closed]) => !closed)
    const depth: string[] = []
    for (const [, end, name] of tags)
      if (end) expect(depth.pop()).toBe(name)
      else depth.push(name ?? '')
    expect(depth).toEqual([])
  })
})
