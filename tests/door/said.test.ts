import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import type { PublicActor, StaffActor } from '@/lib/core/people/actor'
import { publicActor } from '@/lib/core/people/make-actor'
import { siblingsOf } from '@/lib/core/request/related'
import { dayInWords } from '@/lib/door/mail/message-values'
import { openFollowUp } from '@/lib/door/run/follow-up'
import { submitRequest } from '@/lib/door/run/submit'
import { readMessages } from '@/lib/store/mail/conversation'
import { readLinked } from '@/lib/store/request/links'
import { system } from '@/tests/factories/system'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const { begin, get, run, runTask, sink, work } = world

const mailsTo = (recipient: string, about: string) =>
  sink
    .accepted()
    .filter(({ recipients, subject }) => recipients.includes(recipient) && subject.includes(about))
const last = async (reference: string) =>
  (await readMessages(system, (await get(reference)).id)).findLast(message => message.direction === 'out')

describe('a message', () => {
  test('is filled in live, edited before it goes, and kept exactly as it was sent', async () => {
    const { reference, email } = await begin(riskyAccount)
    const subject = `A word about ${reference}`
    const body = 'Hello {{ reference }},\n\nthis is what we said.'
    expect(
      await run('support-engineer', reference, 'send-message', { message: 'general-reply', subject, body }),
    ).toMatchObject({ ok: true })
    await work()
    const kept = await last(reference)
    expect(kept).toMatchObject({ subject, body: expect.stringContaining(`Hello ${reference},`) })
    const [mail] = mailsTo(email, subject)
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain(kept?.body.replace(/\s+/g, ' ').trim())
  })
  test('with a missing variable is not sent, says which one, and changes nothing', async () => {
    const { reference, email } = await begin(riskyAccount)
    const before = await get(reference)
    const body = 'Hello {{ shoe_size }},\n\nplease answer.'
    const message = 'high-risk-gitlab-account-verification-question'
    expect(await run('support-engineer', reference, 'send-message', { message, body })).toMatchObject({
      ok: false,
      reason: 'missing-variable',
      status: 422,
      detail: expect.stringContaining('shoe_size'),
    })
    await work()
    expect(await get(reference)).toEqual(before)
    expect(mailsTo(email, reference).map(({ subject }) => subject)).not.toContainEqual(
      expect.stringContaining('question'),
    )
  })
  test('of questions without its link or without its questions is not sent, says which, and opens no window', async () => {
    const { reference } = await begin(riskyAccount)
    const before = await get(reference)
    const message = 'high-risk-gitlab-account-verification-question'
    for (const [body, gone] of [
      ['Please answer {{ questions }} until {{ window_ends_on }}.', 'link'],
      ['Please answer on {{ link }} until {{ window_ends_on }}.', 'questions'],
      ['Please answer {{ questions }} on {{ link }}.', 'window_ends_on'],
    ])
      expect(await run('support-engineer', reference, 'send-message', { message, body })).toMatchObject({
        ok: false,
        reason: 'missing-variable',
        status: 422,
        detail: gone,
      })
    expect(await get(reference)).toEqual(before)
  })
})

describe('a message to the requester', () => {
  test('sends back to the Privacy Center only for what is offered there', async () => {
    const wrong = { username: 'nobody-of-this-name' }
    const offered = await begin({}, wrong)
    expect((await last(offered.reference))?.body).toContain('make a new request in our Privacy Center')
    const opened = await begin({}, { ...wrong, type: 'data-export', country: 'DE' })
    expect((await last(opened.reference))?.body).toContain('ask our support team again')
  })
})

describe('what the law wants said', () => {
  test('an extension names the day by which the person was to hear, and the new one', async () => {
    const { reference } = await begin({}, { country: 'US', region: 'US-CA' })
    const before = (await get(reference)).dueOn
    await run('privacy', reference, 'extend-deadline', { reason: 'complexity' })
    const body = (await last(reference))?.body
    expect(body).toContain(`by ${dayInWords(before, 'en')}. We need`)
    expect(body).toContain(`will answer by ${dayInWords((await get(reference)).dueOn, 'en')}.`)
  })
  test.each([
    ['US', 'US-CA', /complain to the California Privacy Protection Agency/],
    [
      'US',
      'US-VA',
      /appeal to us\. We will decide within 60 days\. After that you can complain to the state/,
    ],
    ['GB', undefined, /complain to the Information Commissioner/],
    ['CA', 'CA-ON', /complain to the Privacy Commissioner of Canada\./],
    ['DE', undefined, /complain to the data protection authority of the country you live in/],
  ])('a refusal in %s %s says who hears complaints there', async (country, region, where) => {
    const { reference } = await begin({}, { country, ...(region && { region }) })
    await run('privacy', reference, 'close', { outcome: 'refused', note: 'We must keep it.' })
    expect((await last(reference))?.body.replace(/\s+/g, ' ')).toMatch(where)
  })
})

describe('a new task', () => {
  test('mails its team with the step-by-step actions and a link, and without a word of personal data', async () => {
    const { reference, email, username } = await begin()
    await runTask('support-engineer', reference, 'Zendesk/cDot', 'resolve', {
      found: { zendesk: true, customersPortal: true },
    })
    await work()
    const { tasks } = await get(reference)
    for (const task of tasks.filter(task => task.team !== 'system')) {
      const plan = taskPlans.get(task.key)
      const address = (await world.db.outbox.findMany({ where: { kind: 'task-opened' } })).map(
        outbox => outbox.recipient,
      )
      const team = address.find(text => text.startsWith(`${task.team}@`)) ?? ''
      const [mail] = mailsTo(team, `${reference}: ${task.name}`)
      expect(mail, task.name).toBeDefined()
      const text = mail?.text?.replace(/\s+/g, ' ') ?? ''
      for (const action of [...task.steps.map(step => step.label), ...(plan?.instructions ?? [])])
        expect(text).toContain(action)
      expect(text).toContain(`/requests/${reference}/`)
      for (const personal of [email, username, 'Robin']) expect(mail?.subject + text).not.toContain(personal)
    }
  })
})

describe('duplicates', () => {
  const seen = async (reference: string) =>
    siblingsOf(await get(reference)).map(sibling => [sibling.reference, sibling.state])
  test('are open requests of the same type for the same account, with any of its addresses', async () => {
    const first = await begin(riskyAccount)
    const other = `second-${first.username}@people.example`
    await world.db.accountAddress.create({
      data: { accountId: first.accountId, email: other, emailKey: other, isPrimary: false },
    })
    const second = await world.submit({ email: other, username: first.username })
    expect(await seen(first.reference), 'unconfirmed ones don’t count').toEqual([])
    await work()
    await run('requester', second, 'confirm')
    await work()
    expect(await seen(first.reference)).toEqual([[second, 'verifying']])
    expect(await seen(second)).toEqual([[first.reference, 'verifying']])
  })
  test('are, where no account is known, those of the same address; of another type they are none', async () => {
    const who = { email: `nobody-${Date.now()}@people.example`, username: 'nobody' }
    const open = async (type: string) => {
      const reference = await world.submit(who, { type })
      await work()
      await run('requester', reference, 'confirm')
      return reference
    }
    const first = await open('portal-deletion')
    const second = await open('portal-deletion')
    const other = await open('marketing-deletion')
    expect(await seen(first)).toEqual([[second, 'processing']])
    expect(await seen(other)).toEqual([])
  })
  test('make it support’s turn in the queue, too, as long as the earlier one is open', async () => {
    const turns = async (...references: string[]) => {
      const told = []
      for (const reference of references) {
        const row = await world.db.request.findUniqueOrThrow({ where: { reference } })
        expect(row.waitingOn, reference).toBe(waitingOn(await get(reference)))
        told.push(row.waitingOn)
      }
      return told
    }
    const who = await world.account(riskyAccount)
    const first = await world.submit(who)
    const second = await world.submit(who)
    await work()
    await run('requester', second, 'confirm')
    await work()
    await run('support-engineer', second, 'send-message', {
      message: 'high-risk-gitlab-account-verification-question',
    })
    await work()
    expect(await turns(first, second)).toEqual(['requester', 'requester'])
    await run('requester', first, 'confirm')
    await work()
    expect(await turns(first, second)).toEqual(['support', 'support'])
    await run('requester', first, 'withdraw')
    expect(await turns(first, second)).toEqual(['nobody', 'requester'])
  })
  test('are looked for again after a retype', async () => {
    const first = await begin(riskyAccount)
    const second = await world.submit(first, { type: 'data-access' })
    await work()
    await run('requester', second, 'confirm')
    await work()
    expect(await seen(second)).toEqual([])
    const retyped = await run('support-engineer', second, 'retype', {
      type: 'individual-deletion',
      note: 'Mistaken',
    })
    expect(retyped.ok && siblingsOf(retyped.request).map(sibling => sibling.reference)).toEqual([
      first.reference,
    ])
    expect(await seen(second)).toEqual([[first.reference, 'verifying']])
    expect(await seen(first.reference)).toEqual([[second, 'verifying']])
  })
})

describe('work', () => {
  test('is given to somebody who works here, or to nobody', async () => {
    const { reference } = await begin()
    const person = await world.db.staff.create({
      data: {
        id: randomUUID(),
        name: 'Sam',
        email: `sam-${Date.now()}@staff.example`,
        role: 'support-engineer',
      },
    })
    const give = (to: string | null) => [
      () => run('support-engineer', reference, 'assign', { to }),
      () => runTask('support-engineer', reference, 'GitLab Deletion', 'assign', { to }),
    ]
    for (const act of give('nobody-at-all'))
      expect(await act()).toMatchObject({ ok: false, reason: 'invalid-input', detail: 'to' })
    for (const act of [...give(person.id), ...give(null)]) expect(await act()).toMatchObject({ ok: true })
    await world.db.staff.update({ where: { id: person.id }, data: { disabledAt: new Date() } })
    for (const act of give(person.id)) expect(await act()).toMatchObject({ reason: 'invalid-input' })
  })
})

describe('a request that isn’t reopened', () => {
  test('is followed by a linked one, which staff open', async () => {
    const { reference, email, username } = await begin()
    await world.sql(
      `update request set state = 'closed', outcome = 'fulfilled', closed_at = now() where reference = $1`,
      [reference],
    )
    expect(await run('privacy', reference, 'reopen', { reason: 'More to do' })).toMatchObject({
      reason: 'not-reopenable',
    })
    const input = { type: 'data-access', email, username, follows: reference }
    const open = (actor: StaffActor | PublicActor, more: object = {}) =>
      submitRequest(actor, { ...input, ...more }, { commandId: randomUUID(), source: 'api' })
    const support = world.staff('support-engineer')
    expect(await open(publicActor())).toMatchObject({ ok: false, detail: 'follows' })
    expect(await open(support, { follows: 'PR-NONE' })).toMatchObject({ ok: false, detail: 'follows' })
    const opened = await open(support)
    expect(opened).toMatchObject({ ok: true })
    if (!opened.ok) return
    const { id } = await get(reference)
    const later = await get(opened.reference)
    expect(later.links).toMatchObject([{ otherId: id, kind: 'follows' }])
    expect(await readLinked(support, later.id)).toEqual([{ reference, words: 'the earlier request' }])
    expect(await readLinked(support, id)).toEqual([{ reference: opened.reference, words: 'a later request' }])
    expect(await open(support, { follows: opened.reference }), 'only what has ended').toMatchObject({
      ok: false,
    })
  })
  test('is followed in one act by one of the same type, person and account, which is verified anew', async () => {
    const { reference, email, username } = await begin()
    const privacy = world.staff('privacy')
    const press = randomUUID()
    expect(await openFollowUp(privacy, reference, press), 'only what has ended').toMatchObject({
      reason: 'illegal-state',
    })
    await world.sql(
      `update request set state = 'closed', outcome = 'fulfilled', closed_at = now() where reference = $1`,
      [reference],
    )
    const opened = await openFollowUp(privacy, reference, press)
    expect(opened).toMatchObject({ ok: true, state: 'submitted' })
    if (!opened.ok) return
    expect(await openFollowUp(privacy, reference, press), 'pressing twice opens one').toMatchObject({
      reference: opened.reference,
    })
    const [closed, later] = [await get(reference), await get(opened.reference)]
    expect(later.links).toMatchObject([{ otherId: closed.id, kind: 'follows' }])
    expect(later).toMatchObject({ type: closed.type, email, username, country: closed.country })
    expect(later.confirmedAt).toBeNull()
    expect(closed.outcome).toBe('fulfilled')
  })
  test('what can be reopened is reopened, not followed', async () => {
    const { reference } = await begin()
    await world.sql(
      `update request set state = 'closed', outcome = 'not-verified', closed_at = now() where reference = $1`,
      [reference],
    )
    expect(await openFollowUp(world.staff('privacy'), reference, randomUUID())).toMatchObject({
      reason: 'illegal-state',
    })
  })
})
