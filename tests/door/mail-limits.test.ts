import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isMailOff, turnMailOn } from '@/lib/door/mail/waiting'
import { askForLink, pressLink, viewLink } from '@/lib/door/requester/requester'
import { askForNews } from '@/lib/door/usage/subscribe'
import { linkTokensIn } from '@/tests/support/smtp'
import { aWorld } from '../factories/world'

const world = await aWorld()

let network = 0
const elsewhere = () => `203.0.113.${++network}`
/** As if the time had come: jobs of mailboxes that wait are due, and each mailbox has room for such a mail. */
const later = async () => {
  await world.sql(
    `update graphile_worker._private_jobs set run_at = now() where key like 'mail-waiting:%' and locked_at is null`,
  )
  await world.sql('update rate_limit set expire = 0')
  await world.work()
}
/** The jobs that gather are due, and nothing else has passed. */
const gathered = async () => {
  await world.sql(
    `update graphile_worker._private_jobs set run_at = now() where key like 'mail-waiting:%' and locked_at is null`,
  )
  await world.work()
}
const mailsTo = (email: string) => world.sink.accepted().filter(mail => mail.recipients.includes(email))
/** The next mail that covers several requests; a backlog may bring another by the time that this one has left. */
const nextGathered = (email: string) =>
  mailsTo(email)
    .map(({ text }) => text)
    .find(words => linkTokensIn(words).length > 1) ?? ''
const deliveryOf = async (reference: string) =>
  (await world.get(reference)).messages.map(({ key, delivery }) => [key, delivery])
const linkOf = (words: string, reference: string) =>
  linkTokensIn(words.slice(words.indexOf(reference)))[0] ?? ''

let owner: Awaited<ReturnType<typeof world.account>>
beforeEach(async () => {
  owner = await world.account()
})
/** Strangers who type the owner's address. */
const flood = async (times: number) => {
  const sent: string[] = []
  for (let time = 0; time < times; time++) sent.push(await world.submit(owner))
  return sent
}

describe('requests that strangers make with somebody’s address', () => {
  test('never keep its owner from confirming: one mail has the link of each that waits', async () => {
    const theirs = await flood(12)
    const own = await world.submit(owner)
    await world.work()
    expect(mailsTo(owner.email)).toHaveLength(5)
    expect(await deliveryOf(own)).toEqual([['request-received', 'queued']])
    await gathered()
    const mails = mailsTo(owner.email)
    expect(mails).toHaveLength(6)
    const words = mails[5]?.text ?? ''
    for (const reference of [...theirs.slice(5), own]) expect(words).toContain(reference)
    expect(await deliveryOf(own)).toEqual([['request-received', 'accepted']])
    const token = linkOf(words, own)
    expect(await viewLink(token, undefined)).toMatchObject({ shows: 'confirm', request: { reference: own } })
    expect(await pressLink(token, 'confirm', elsewhere())).toMatchObject({ kind: 'in' })
    expect((await world.get(own)).state).not.toBe('submitted')
  })

  test('lead to few mails, however many they are, and the last of them waits its turn', async () => {
    await flood(8)
    await gathered()
    await flood(8)
    await gathered()
    await flood(8)
    const own = await world.submit(owner)
    await gathered()
    expect(mailsTo(owner.email)).toHaveLength(7)
    await later()
    expect(mailsTo(owner.email)).toHaveLength(8)
    expect(mailsTo(owner.email)[7]?.text).toContain(own)
  })

  test('don’t swallow “Email me the link again” or a new link to the page', async () => {
    const { reference, email } = await world.begin()
    owner = { ...owner, email }
    const theirs = await flood(6)
    await world.run('system', theirs[0] ?? '', 'resend-confirmation')
    await askForLink({ reference, email, press: randomUUID() }, elsewhere())
    await gathered()
    const words = mailsTo(email).at(-1)?.text ?? ''
    expect(await viewLink(linkOf(words, theirs[0] ?? ''), undefined)).toMatchObject({ shows: 'confirm' })
    expect(await viewLink(linkOf(words, reference), undefined)).toMatchObject({ shows: 'continue' })
  })

  test('say nothing that a stranger typed, in text and HTML', async () => {
    await flood(5)
    await world.submit(owner, { name: 'Call 0190 now', details: 'Buy pills' })
    await gathered()
    const mail = mailsTo(owner.email).at(-1)
    expect(mail?.text).toContain('It waits to be confirmed')
    for (const words of [mail?.text, mail?.html]) {
      expect(words).not.toContain('0190')
      expect(words).not.toContain('pills')
      expect(words).toMatch(/\/r\/[\w-]{43}/)
    }
  })

  test('that were confirmed or closed meanwhile aren’t mailed', async () => {
    await flood(5)
    const [gone, left] = await flood(2)
    await world.pass(gone ?? '', 9)
    await world.work()
    await gathered()
    const words = mailsTo(owner.email).at(-1)?.text
    expect(words).toContain(left)
    expect(words).not.toContain(gone)
    expect(await deliveryOf(gone ?? '')).toEqual([['request-received', 'suppressed']])
  })

  test('two hundred of them fit into one mail, each with its link', async () => {
    const [first] = await flood(1)
    await flood(4)
    await flood(8)
    await world.sql(
      `insert into request select (jsonb_populate_record(null::request, to_jsonb(r) || jsonb_build_object('id', 'copy-' || n, 'reference', 'PR-COPY-' || n))).*
       from request r, generate_series(1, 191) n where r.reference = $1`,
      [first],
    )
    await world.sql(
      `insert into message select (jsonb_populate_record(null::message, to_jsonb(m) || jsonb_build_object('id', 'copy-' || n, 'request_id', 'copy-' || n))).*
       from generate_series(1, 191) n, (select m.* from message m where waits_for is not null limit 1) m`,
    )
    await gathered()
    expect(linkTokensIn(mailsTo(owner.email).at(-1)?.text ?? '')).toHaveLength(199)
  })
})

describe('a backlog of thousands', () => {
  // Its mails would leave beside those of the tests that follow, two hundred links each.
  afterEach(() => world.sql(`delete from graphile_worker._private_jobs where key like 'mail-waiting:%'`))

  /** As if strangers had typed the owner's address two thousand times more, each at a moment of its own. */
  const backlog = async (first: string) => {
    await world.sql(
      `insert into request select (jsonb_populate_record(null::request, to_jsonb(r) || jsonb_build_object('id', r.id || n, 'reference', r.reference || '-' || n))).*
       from request r, generate_series(1, 2000) n where r.reference = $1`,
      [first],
    )
    await world.sql(
      `insert into message select (jsonb_populate_record(null::message, to_jsonb(m) || jsonb_build_object('id', m.id || n, 'request_id', r.id || n, 'waits_for', w.waits_for, 'at', m.at + make_interval(secs => n / 1000.0)))).*
       from generate_series(1, 2000) n, request r join message m on m.request_id = r.id,
         (select waits_for from message where waits_for is not null order by at desc limit 1) w
       where r.reference = $1`,
      [first],
    )
    await world.sql(
      `update message set at = at - interval '1 hour' where request_id in (select id from request where reference like $1)`,
      [`${first}%`],
    )
  }

  test('is before the owner’s own request, which is in the next mail, as is the one that has waited longest', async () => {
    const [first = ''] = await flood(6)
    await backlog(first)
    const own = await world.submit(owner)
    await gathered()
    const words = nextGathered(owner.email)
    expect(linkTokensIn(words)).toHaveLength(200)
    expect(await viewLink(linkOf(words, own), undefined)).toMatchObject({ shows: 'confirm' })
    expect(words).toContain(`${first}-1:`)
    expect(words).toContain(`${first}-2000:`)
    expect(words).not.toContain(`${first}-1000:`)
  })

  test('doesn’t keep a request from the next mail for which “send again” was pressed last', async () => {
    const [first = '', own = ''] = await flood(6)
    await backlog(first)
    await world.run('system', own, 'resend-confirmation')
    await gathered()
    const words = nextGathered(owner.email)
    expect(await viewLink(linkOf(words, own), undefined)).toMatchObject({ shows: 'confirm' })
  })
})

describe('a mailbox whose owner said “I didn’t ask for this”', () => {
  test('gets its mail once the days are over, or as soon as its owner wants it', async () => {
    const reference = await world.submit(owner)
    await world.work()
    const token = linkOf(mailsTo(owner.email)[0]?.text ?? '', reference)
    expect(await isMailOff(token)).toBe(false)
    expect(await pressLink(token, 'disown', elsewhere())).toEqual({ kind: 'closed' })
    const own = await world.submit(owner)
    await later()
    expect(mailsTo(owner.email)).toHaveLength(1)
    expect(await isMailOff(token)).toBe(true)
    expect(await isMailOff(`${token.slice(0, -1)}_`)).toBe(false)
    await turnMailOn(token)
    await world.work()
    expect(await isMailOff(token)).toBe(false)
    expect(await viewLink(linkOf(mailsTo(owner.email)[1]?.text ?? '', own), undefined)).toMatchObject({
      shows: 'confirm',
    })
  })

  test('hears of what waits when the days are over', async () => {
    const reference = await world.submit(owner)
    await world.work()
    const token = linkOf(mailsTo(owner.email)[0]?.text ?? '', reference)
    await pressLink(token, 'disown', elsewhere())
    const own = await world.submit(owner)
    await later()
    await world.sql('update muted_mailbox set until = now()')
    await later()
    expect(mailsTo(owner.email).at(-1)?.text).toContain(own)
  })
})

test('news that strangers ask for spend nothing of what a request needs', async () => {
  for (let time = 0; time < 6; time++) await askForNews(owner.email, elsewhere())
  const own = await world.submit(owner)
  await world.work()
  expect(mailsTo(owner.email)).toHaveLength(4)
  expect(await deliveryOf(own)).toEqual([['request-received', 'accepted']])
})
