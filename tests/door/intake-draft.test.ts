import { describe, expect, test } from 'vitest'
import { answersFrom, offeredType } from '@/lib/core/intake/intake-form'
import { allowFromNetwork } from '@/lib/door/answer/public-limits'
import {
  clearAnswers,
  keepAnswers,
  readIntakeDraft,
  resendConfirmation,
  sendIntake,
} from '@/lib/door/intake/intake-draft'
import { aWorld } from '../factories/world'

const world = await aWorld()
const type = offeredType('individual-deletion')
if (!type) throw new Error('the type is not offered')

let network = 0
const elsewhere = () => `203.0.113.${++network}`
const answers = (fields: Record<string, string>) => answersFrom(type, name => fields[name])
const good = (email: string) => answers({ email, username: 'robin', name: 'Robin Example', country: 'DE' })
const requestsOf = (email: string) =>
  world.sql<{ reference: string }>('select reference from request where email_key = $1', [email])
const mailsTo = (email: string) => world.sink.accepted().filter(mail => mail.recipients.includes(email))

describe('what is typed into the form', () => {
  test('is kept, right or wrong, under the secret of the cookie only', async () => {
    const secret = await keepAnswers(
      undefined,
      answers({ email: 'not an address', name: 'Robin\0 \uD800مريم' }),
    )
    expect((await readIntakeDraft(secret))?.answers.values).toMatchObject({
      email: 'not an address',
      name: 'Robin مريم',
    })
    expect(await readIntakeDraft(undefined)).toBeNull()
    expect(await readIntakeDraft(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
    expect(await sendIntake(secret, elsewhere())).toMatchObject({ kind: 'incomplete' })
  })

  test('is encrypted in the database, and its secret isn’t there', async () => {
    const secret = await keepAnswers(undefined, good('canary@people.example'))
    const [row] = await world.sql<{ text: string }>(
      "select string_agg(row_to_json(d)::text || encode(payload, 'escape'), ' ') as text from intake_draft d",
    )
    expect(row?.text).not.toMatch(/canary|Robin/)
    expect(row?.text).not.toContain(secret)
  })

  test('is forgotten two hours after the last page', async () => {
    const secret = await keepAnswers(undefined, good('day@people.example'))
    await world.sql("update intake_draft set expires_at = expires_at - interval '2 hours'")
    expect(await readIntakeDraft(secret)).toBeNull()
    expect(await sendIntake(secret, elsewhere())).toEqual({ kind: 'none' })
    await keepAnswers(undefined, good('next@people.example'))
    expect(await world.sql('select 1 from intake_draft where expires_at < now()')).toEqual([])
  })

  test('is gone once it is cleared, sent or not; what was sent stays sent', async () => {
    const typed = await keepAnswers(undefined, good('typed@people.example'))
    await clearAnswers(typed)
    expect(await readIntakeDraft(typed)).toBeNull()
    const sent = await keepAnswers(undefined, good('sent@people.example'))
    await sendIntake(sent, elsewhere())
    await clearAnswers(sent)
    expect(await readIntakeDraft(sent)).toBeNull()
    expect(await requestsOf('sent@people.example')).toHaveLength(1)
    await clearAnswers(undefined)
  })

  test('nothing that the type has no field for comes along', () => {
    expect(
      Object.keys(
        answers({ email: 'a@b.example', role: 'admin', receivedAt: '2020-01-01', __proto__: 'x' }).values,
      ),
    ).toEqual(['email', 'username', 'name', 'country', 'region', 'details'])
  })
})

describe('sending the form', () => {
  test('twenty times at once makes one request and one mail; later presses change nothing', async () => {
    const email = 'twenty@people.example'
    const secret = await keepAnswers(undefined, good(email))
    const address = elsewhere()
    const sendings = await Promise.all(Array.from({ length: 20 }, () => sendIntake(secret, address)))
    expect(new Set(sendings.map(sending => sending.kind))).toEqual(new Set(['sent']))
    expect(await sendIntake(secret, address)).toEqual({ kind: 'sent' })
    const made = await requestsOf(email)
    expect(made).toHaveLength(1)
    expect((await readIntakeDraft(secret))?.reference).toBe(made[0]?.reference)
    await world.work()
    expect(mailsTo(email)).toHaveLength(1)
  })

  test('sends what was looked at, and nothing that another window has put there since', async () => {
    const secret = await keepAnswers(undefined, good('first-window@people.example'))
    const first = (await readIntakeDraft(secret))?.mark
    await keepAnswers(secret, good('second-window@people.example'))
    const second = (await readIntakeDraft(secret))?.mark
    expect(await sendIntake(secret, elsewhere(), 'en', first)).toEqual({ kind: 'changed', sent: false })
    expect(await requestsOf('second-window@people.example')).toHaveLength(0)
    expect(await sendIntake(secret, elsewhere(), 'en', second)).toEqual({ kind: 'sent' })
    expect(await sendIntake(secret, elsewhere(), 'en', second), 'a double click').toEqual({ kind: 'sent' })
    expect(await sendIntake(secret, elsewhere(), 'en', first)).toEqual({ kind: 'changed', sent: true })
    expect(await requestsOf('first-window@people.example')).toHaveLength(0)
  })

  test('forgets all but where the mail went, and begins anew when something is typed again', async () => {
    const secret = await keepAnswers(undefined, good('forget@people.example'))
    await sendIntake(secret, elsewhere())
    expect((await readIntakeDraft(secret))?.answers.values).toEqual({ email: 'forget@people.example' })
    const next = await keepAnswers(secret, good('another@people.example'))
    expect(next).not.toBe(secret)
    expect((await readIntakeDraft(next))?.reference).toBeNull()
    expect((await readIntakeDraft(secret))?.reference).not.toBeNull()
  })

  test('known and unknown people: the same answer and the same mail', async () => {
    const known = await world.account()
    const shown = []
    for (const who of [known, { email: 'nobody-here@people.example', username: 'nobody' }]) {
      const secret = await keepAnswers(undefined, answers(who))
      const sending = await sendIntake(secret, elsewhere())
      const reference = (await readIntakeDraft(secret))?.reference ?? ''
      await world.work()
      const words = mailsTo(who.email).map(mail => mail.words)
      const own = [who.email, reference, /\/r\/[\w-]+/g]
      shown.push({
        sending,
        words: words.map(text =>
          own.reduce<string>((all, candidate) => all.replaceAll(candidate, '·'), text),
        ),
      })
    }
    expect(shown[0]?.words).toHaveLength(1)
    expect(shown[1]).toEqual(shown[0])
  })

  test('a network may send far more than twenty in a minute, and is stopped at forty with its answers kept', async () => {
    const address = elsewhere()
    for (let before = 0; before < 38; before++) expect((await allowFromNetwork(address)).ok).toBe(true)
    const secrets = await Promise.all(
      [1, 2, 3].map(at => keepAnswers(undefined, good(`office-${at}@people.example`))),
    )
    const sendings = []
    for (const secret of secrets) sendings.push((await sendIntake(secret, address)).kind)
    expect(sendings).toEqual(['sent', 'sent', 'busy'])
    expect((await readIntakeDraft(secrets[2]))?.answers.values.name).toBe('Robin Example')
    expect(await sendIntake(secrets[2], elsewhere())).toEqual({ kind: 'sent' })
  })

  test('twelve for one victim: each makes a request, five mails go out, none with a word of theirs', async () => {
    const email = 'victim@people.example'
    for (let at = 0; at < 12; at++) {
      const secret = await keepAnswers(
        undefined,
        answers({
          email,
          username: 'https://evil.example/win',
          name: 'WIN A PRIZE evil.example',
          details: 'evil.example',
        }),
      )
      expect(await sendIntake(secret, elsewhere())).toEqual({ kind: 'sent' })
    }
    await world.work()
    expect(await requestsOf(email)).toHaveLength(12)
    expect(mailsTo(email)).toHaveLength(5)
    expect(mailsTo(email).some(mail => /evil|PRIZE/.test(mail.head + mail.words))).toBe(false)
  })
})

describe('asking for the mail again', () => {
  test('sends one more for each press, and says the same when there is nothing to send', async () => {
    const email = 'again@people.example'
    const secret = await keepAnswers(undefined, good(email))
    await sendIntake(secret, elsewhere())
    const address = elsewhere()
    const twice = await Promise.all([
      resendConfirmation(secret, 'one', address),
      resendConfirmation(secret, 'one', address),
    ])
    await world.work()
    expect(mailsTo(email)).toHaveLength(2)
    expect(await resendConfirmation(undefined, 'two', address)).toEqual(twice[0])
    expect(await resendConfirmation('A'.repeat(43), 'two', address)).toEqual(twice[0])
    await world.work()
    expect(mailsTo(email)).toHaveLength(2)
  })
})
