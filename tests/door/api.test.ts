import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Role } from '@/lib/core/people/actor'
import { auditView, messagesView, queueView, requestView } from '@/lib/core/view/request-view'
import { aWorld, riskyAccount } from '@/tests/factories/world'
import { aToken, call } from '@/tests/support/api'

const world = await aWorld()
const engineer = await aToken('support-engineer')
const privacy = await aToken('privacy')

const problem = z.object({ status: z.number(), reason: z.string(), title: z.string(), type: z.string() })

/** The request as the API answers it, held against the promised shape with nothing besides. */
const get = async (reference: string, token = engineer) => {
  const { status, body } = await call(`/requests/${reference}`, { token })
  expect(status).toBe(200)
  return deepStrict(requestView).parse(body)
}
/** Unknown fields anywhere on top would be undocumented ones. */
const deepStrict = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) => schema.strict()
const command = (reference: string, name: string, body: object = {}, headers = {}) =>
  call(`/requests/${reference}/commands/${name}`, { token: engineer, body, headers })
const onTask = (id: string, name: string, body: object, role: Role = 'support-engineer') =>
  aToken(role).then(token => call(`/tasks/${id}/commands/${name}`, { token, body }))

describe('a request over the API', () => {
  test('is taken in, and its confirmation mail goes out as from the form', async () => {
    const { email, username } = await world.account()
    const body = { type: 'individual-deletion', subjectType: 'individual', email, username, country: 'DE' }
    const taken = await call('/requests', { token: engineer, body })
    expect([taken.status, Object.keys(Object(taken.body))]).toEqual([201, ['reference', 'state']])
    const { reference, state } = z.object({ reference: z.string(), state: z.string() }).parse(taken.body)
    expect(state).toBe('submitted')
    expect(taken.headers.get('location')).toBe(`/api/v1/requests/${reference}`)
    await world.work()
    expect(world.sink.accepted().filter(mail => mail.recipients.includes(email))).toHaveLength(1)
    expect(await get(reference)).toMatchObject({
      state: 'submitted',
      waitingOn: 'requester',
      source: 'api',
      email,
    })
  })

  test('says who is known to nobody: the same answer for known and unknown people', async () => {
    const known = await world.account()
    const answers = []
    for (const who of [known, { email: 'nobody@people.example', username: 'nobody' }]) {
      const { email, username } = who
      const taken = await call('/requests', {
        token: engineer,
        body: { type: 'individual-deletion', subjectType: 'individual', email, username },
      })
      answers.push([taken.status, Object.keys(Object(taken.body)), [...taken.headers.keys()]])
    }
    expect(answers[0]).toEqual(answers[1])
  })

  test('shows checks, rating, tasks, due date and next steps once the checks have answered', async () => {
    const { reference } = await world.begin(riskyAccount)
    const now = await get(reference)
    expect(now).toMatchObject({
      state: 'verifying',
      outcome: null,
      checks: {
        emailExists: true,
        usernameExists: true,
        sameAccount: true,
        enterprise: false,
        accountState: 'active',
        privateProjects: 60,
      },
      risk: { rating: 'high', policyVersion: 1 },
      holds: [],
    })
    expect(now.dueOn).toMatch(/^\d{4}-\d\d-\d\dT23:59:59[+-]\d\d:\d\d$/)
    expect(now.nextSteps[0]).toMatchObject({
      command: 'send-message',
      input: {
        type: 'object',
        additionalProperties: false,
        required: ['message'],
        properties: { message: { const: 'high-risk-gitlab-account-verification-question' } },
      },
    })
    expect(now.tasks.map(task => [task.name, task.state])).toContainEqual([
      'Support Engineer (GitLab Deletion)',
      'open',
    ])
  })

  test('a next step, sent as it is offered, does what it says; open windows alone are listed', async () => {
    const { reference } = await world.begin(riskyAccount)
    const [step] = (await get(reference)).nextSteps
    const message = z.object({ message: z.object({ const: z.string() }) }).parse(step?.input.properties)
      .message.const
    const { status, body } = await command(reference, step?.command ?? '', { message })
    expect(status).toBe(200)
    expect(requestView.parse(body)).toMatchObject({ reference, windows: [] })
    await world.work()
    expect((await get(reference)).windows).toMatchObject([{ reason: 'verification', days: 7 }])
    const said = await call(`/requests/${reference}/messages`, { token: engineer })
    const { items } = messagesView.parse(said.body)
    expect(items.map(item => [item.key, item.direction, item.delivery])).toEqual([
      ['request-received', 'out', 'accepted'],
      [message, 'out', 'accepted'],
    ])
  })

  test('is worked to its end, step by step', async () => {
    const { reference } = await world.begin()
    const named = async (part: string) => {
      const task = (await get(reference)).tasks.find(task => task.name.includes(part))
      if (!task) throw new Error(`no task ${part}`)
      return task
    }
    const deletion = await named('GitLab Deletion')
    expect((await onTask(deletion.id, 'resolve', { resolution: 'complete' })).status).toBe(409)
    expect((await onTask(deletion.id, 'resolve', { resolution: 'exception' })).status).toBe(422)
    expect((await onTask(deletion.id, 'tick-step', { step: deletion.steps.at(-1)?.key })).status).toBe(409)
    for (const { key } of deletion.steps)
      expect((await onTask(deletion.id, 'tick-step', { step: key })).status).toBe(200)
    expect((await onTask(deletion.id, 'resolve', { resolution: 'complete' })).status).toBe(200)
    const search = await named('Zendesk/cDot')
    const both = { found: { zendesk: true, customersPortal: true }, resolution: 'not_found' }
    expect((await onTask(search.id, 'resolve', both)).status).toBe(422)
    const resolved = { found: { zendesk: true, customersPortal: false } }
    expect((await onTask(search.id, 'resolve', resolved)).status).toBe(200)
    expect(await named('Zendesk/cDot')).toMatchObject({
      resolution: 'exception',
      note: 'Found in Zendesk only',
    })
    const follow = await named('Support Readiness')
    for (const { key } of follow.steps)
      await onTask(follow.id, 'tick-step', { step: key }, 'support-readiness')
    await onTask(follow.id, 'resolve', { resolution: 'complete' }, 'support-readiness')
    await world.work()
    expect(await get(reference)).toMatchObject({
      state: 'closed',
      outcome: 'fulfilled',
      waitingOn: 'nobody',
      nextSteps: [],
    })
    const audit = auditView.parse((await call(`/requests/${reference}/audit`, { token: privacy })).body)
    expect(audit.items.map(item => item.actor.kind)).toContain('system')
    const ticked = audit.items.filter(item => item.command === 'tick-step')
    const bySystem = ticked.filter(item => item.actor.kind === 'system')
    expect(ticked.every(item => item.actor.kind === 'token' || bySystem.includes(item))).toBe(true)
    expect(bySystem.map(item => item.facts.seen)).toEqual(['owns-no-group', 'listed'])
  })
})

describe('one effect for each call', () => {
  test('the same Idempotency-Key again has no second effect and gets the same answer', async () => {
    const { reference } = await world.begin()
    const key = { 'idempotency-key': 'note-1' }
    const first = await command(reference, 'add-note', { text: 'Once' }, key)
    const again = await command(reference, 'add-note', { text: 'Once' }, key)
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
    const { items } = messagesView.parse(
      (await call(`/requests/${reference}/messages`, { token: engineer })).body,
    )
    expect(items.filter(item => item.body === 'Once')).toHaveLength(1)
  })
  test('a submission that is sent twice makes one request; another token may use the same key', async () => {
    const { email, username } = await world.account()
    const body = { type: 'individual-deletion', email, username }
    const headers = { 'idempotency-key': 'submission-1' }
    const send = (token: string) => call('/requests', { token, body, headers })
    const [first, again, other] = [await send(engineer), await send(engineer), await send(privacy)]
    expect(again.body).toEqual(first.body)
    expect(other.body).not.toEqual(first.body)
  })
  test('twenty at once have one effect', async () => {
    const { reference } = await world.begin()
    const headers = { 'idempotency-key': 'twenty' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => command(reference, 'add-note', { text: 'Twenty' }, headers)),
    )
    expect(answers.map(answer => answer.status)).toEqual(Array.from({ length: 20 }, () => 200))
    const { items } = messagesView.parse(
      (await call(`/requests/${reference}/messages`, { token: engineer })).body,
    )
    expect(items.filter(item => item.body === 'Twenty')).toHaveLength(1)
  })
  test('a refusal that was remembered stays one when it is sent again', async () => {
    const { reference, accountId } = await world.begin()
    await world.db.account.update({ where: { id: accountId }, data: { enterprise: true } })
    const task = (await get(reference)).tasks.find(task => task.name.includes('GitLab Deletion'))
    const tick = () =>
      call(`/tasks/${task?.id}/commands/tick-step`, {
        token: engineer,
        body: { step: task?.steps[0]?.key },
        headers: { 'idempotency-key': 'tick-1' },
      })
    const [first, again] = [await tick(), await tick()]
    expect(problem.parse(first.body)).toMatchObject({ status: 409, reason: 'account-changed' })
    expect(again.body).toEqual(first.body)
    expect((await get(reference)).holds).toHaveLength(1)
  })
  test('a key that was used for something else is refused, by a reason of its own', async () => {
    const { reference, email, username } = await world.begin()
    const key = { 'idempotency-key': 'reused' }
    expect((await command(reference, 'add-note', { text: 'First' }, key)).status).toBe(200)
    const hold = await command(reference, 'hold', { reason: 'Ask first' }, key)
    const body = { type: 'individual-deletion', email, username }
    const submission = await call('/requests', { token: engineer, body, headers: key })
    const other = await command((await world.begin()).reference, 'add-note', { text: 'Second' }, key)
    for (const answer of [hold, submission, other])
      expect(problem.parse(answer.body)).toMatchObject({ status: 409, reason: 'key-used' })
    expect((await get(reference)).holds).toEqual([])
  })
  test('an unusable key is refused by its name', async () => {
    const { reference } = await world.begin()
    const { status, body } = await command(
      reference,
      'add-note',
      { text: 'x' },
      { 'idempotency-key': 'x'.repeat(101) },
    )
    expect([status, body]).toMatchObject([422, { reason: 'invalid-input', detail: 'Idempotency-Key' }])
  })
  test('a mail that arrives meanwhile causes no conflict for the person typing', async () => {
    const { reference } = await world.begin(riskyAccount)
    const message = 'high-risk-gitlab-account-verification-question'
    const { version } = requestView.parse((await command(reference, 'send-message', { message })).body)
    await world.work()
    expect((await get(reference)).windows).toMatchObject([{ reason: 'verification' }])
    expect((await command(reference, 'add-note', { text: 'Asked', version })).status).toBe(200)
  })
  test('a version that is no longer the newest is a conflict, and changes nothing', async () => {
    const { reference } = await world.begin()
    const { version } = await get(reference)
    expect(await command(reference, 'add-note', { text: 'First', version })).toMatchObject({ status: 200 })
    const stale = await command(reference, 'add-note', { text: 'Second', version })
    expect(problem.parse(stale.body)).toMatchObject({ status: 409, reason: 'conflict' })
    expect((await get(reference)).version).toBe(version + 1)
  })
})

describe('the queue', () => {
  test('pages by an opaque cursor without gaps or repeats, and finds by reference, address and username', async () => {
    const begun = []
    for (let count = 0; count < 3; count++) begun.push(await world.begin())
    const all = queueView.parse((await call('/requests?limit=100', { token: engineer })).body)
    const paged: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const path = `/requests?limit=2${next && `&cursor=${encodeURIComponent(next)}`}`
      const page: z.output<typeof queueView> = queueView.parse((await call(path, { token: engineer })).body)
      paged.push(...page.items.map(item => item.reference))
      next = page.next
    }
    expect(paged).toEqual(all.items.map(item => item.reference))
    for (const { reference, email, username } of begun) {
      for (const q of [reference, email.toUpperCase(), username.slice(0, 9)]) {
        const found = await call(`/requests?q=${encodeURIComponent(q)}`, { token: engineer })
        expect(found.text).toContain(reference)
      }
    }
    const none = await call('/requests?state=closed&waitingOn=system', { token: engineer })
    expect(none.body).toEqual({ items: [], next: null })
  })
  test('what is asked in a wrong way is refused by its name', async () => {
    for (const [query, field] of [
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['cursor=garbage', 'cursor'],
      ['state=open', 'state'],
      ['state=closed&state=submitted', 'state'],
      ['due=yesterday', 'due'],
      ['waitingOn=godot', 'waitingOn'],
      ['colour=red', 'colour'],
    ] as const) {
      const { status, body } = await call(`/requests?${query}`, { token: engineer })
      expect([status, body], query).toMatchObject([422, { reason: 'invalid-input' }])
      expect(Object.keys(z.object({ fields: z.record(z.string(), z.string()) }).parse(body).fields)).toEqual([
        field,
      ])
    }
  })
})
