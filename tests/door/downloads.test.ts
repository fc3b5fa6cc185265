import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Visitor } from '@/lib/auth/requester'
import { attachFile } from '@/lib/door/files/attach'
import { receiveForm } from '@/lib/door/files/attach-receive'
import { downloadOwn, enterCode, sendCode, viewDownloads } from '@/lib/door/files/download-code'
import { visitorOf } from '@/lib/door/requester/requester'
import { transaction } from '@/lib/store/database/client'
import { createRequesterSession } from '@/lib/store/visits/requester-sessions'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()

const visit = async (reference: string): Promise<Visitor> => {
  const { id } = await world.get(reference)
  const visitor = await visitorOf(await transaction(tx => createRequesterSession(tx, id)))
  if (!visitor) throw new Error('not let in')
  return visitor
}

/** An access request whose filled sheet is ready, and which has closed. */
async function fulfilled() {
  const begun = await beginOf(world, 'data-access')
  const { reference } = begun
  const task = (await world.get(reference)).tasks[0]
  for (const step of task?.steps ?? [])
    await world.runTask('support-engineer', reference, '(Access)', 'tick-step', { step: step.key })
  const form = new FormData()
  form.append('file', new Blob([`field,value\nreference,${reference}\n`]), 'sheet.csv')
  const request = new Request('http://habeas.test', { method: 'POST', body: form })
  const received = await receiveForm(request.body, request.headers.get('content-type'), 1)
  const [upload] = received.ok ? received.uploads : []
  if (!task || !upload) throw new Error('nothing to hand over')
  const to = { reference, taskId: task.id, purpose: 'hand-over' } as const
  await attachFile(world.staff('support-engineer'), to, upload, { commandId: randomUUID() })
  await world.runTask('support-engineer', reference, '(Access)', 'resolve', { resolution: 'complete' })
  await world.work()
  const visitor = await visit(reference)
  const [file] = (await world.get(reference)).files
  return { ...begun, visitor, file: file?.id ?? 'none' }
}

/** The code in the newest mail to an address. */
async function codeFor(email: string): Promise<string> {
  await world.work()
  const mail = world.sink.mails.findLast(
    mail => mail.recipients.includes(email) && /code for the files/.test(mail.words),
  )
  return mail?.text.match(/^\s*(\d{6})\s*$/m)?.[1] ?? 'none'
}
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
const audit = async (reference: string) => {
  const { id } = await world.get(reference)
  return await world.sql<{ command: string; result: string; facts: object }>(
    'select command, result, facts from audit_entry where scope = $1 order by seq',
    [id],
  )
}

describe('the person’s own files', () => {
  test('are told by name, open with the mailed code, and each download is noted', async () => {
    const { reference, email, visitor, file } = await fulfilled()
    expect((await world.get(reference)).outcome).toBe('fulfilled')
    expect(await viewDownloads(visitor, await world.get(reference))).toMatchObject({
      isOpen: true,
      code: 'none',
    })
    expect(await downloadOwn(visitor, file)).toBeNull()
    expect(await sendCode(visitor)).toBe('sent')
    const code = await codeFor(email)
    expect(code).toMatch(/^\d{6}$/)
    expect(await enterCode(visitor, ` ${code.slice(0, 3)} ${code.slice(3)}`)).toBe('open')
    const download = await downloadOwn(visitor, file)
    expect(download?.name).toBe('sheet.csv')
    expect(Buffer.concat((await download?.bytes.toArray()) ?? []).toString()).toBe(
      `field,value\nreference,${reference}\n`,
    )
    expect((await audit(reference)).slice(-3).map(row => row.command)).toEqual([
      'send-download-code',
      'enter-download-code',
      'download-file',
    ])
  })

  test('the code is in no table, no subject and no message, and only in the mail', async () => {
    const { reference, email, visitor } = await fulfilled()
    await sendCode(visitor)
    const code = await codeFor(email)
    const rows = await world.sql('select * from download_code')
    expect(JSON.stringify(rows)).not.toContain(code)
    const messages = await world.sql('select subject, body from message')
    expect(JSON.stringify(messages)).not.toContain(code)
    expect(JSON.stringify(await audit(reference))).not.toContain(code)
    const subjects = world.sink.mails.map(mail => mail.subject)
    expect(subjects.join()).not.toContain(code)
  })
})

describe('a code', () => {
  test('is dead after five wrong tries, even for who then has the right one', async () => {
    const { email, visitor } = await fulfilled()
    await sendCode(visitor)
    const code = await codeFor(email)
    const results = []
    for (let count = 0; count < 5; count++) results.push(await enterCode(visitor, wrong(code)))
    expect(results).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'dead'])
    expect(await enterCode(visitor, code)).toBe('dead')
  })

  test('that is new doesn’t give the request more tries: ten a day', async () => {
    const { email, visitor } = await fulfilled()
    for (let round = 0; round < 2; round++) {
      await sendCode(visitor)
      const code = await codeFor(email)
      for (let count = 0; count < 5; count++) await enterCode(visitor, wrong(code))
    }
    await sendCode(visitor)
    expect(await enterCode(visitor, await codeFor(email))).toBe('busy')
  })

  test('is good once, for a quarter of an hour, in the visit that asked for it', async () => {
    const { reference, email, visitor, file } = await fulfilled()
    await sendCode(visitor)
    const code = await codeFor(email)
    const elsewhere = await visit(reference)
    expect(await enterCode(elsewhere, code)).toBe('dead')
    const other = await fulfilled()
    expect(await enterCode(other.visitor, code)).toBe('dead')
    expect(await downloadOwn(other.visitor, file)).toBeNull()
    await world.sql(`update download_code set expires_at = now() where session_id = $1`, [visitor.sessionId])
    expect(await enterCode(visitor, code)).toBe('dead')
    await sendCode(visitor)
    const second = await codeFor(email)
    expect(await enterCode(visitor, second)).toBe('open')
    expect(await enterCode(visitor, second)).toBe('dead')
    expect(await downloadOwn(elsewhere, file)).toBeNull()
    await world.sql(
      `update download_code set used_at = now() - interval '31 minutes' where session_id = $1`,
      [visitor.sessionId],
    )
    expect(await downloadOwn(visitor, file)).toBeNull()
  })

  test('of before is worth nothing once a new one is out; too many are not sent', async () => {
    const { email, visitor } = await fulfilled()
    await sendCode(visitor)
    const first = await codeFor(email)
    await sendCode(visitor)
    const second = await codeFor(email)
    if (first !== second) expect(await enterCode(visitor, first)).toBe('wrong')
    for (let count = 0; count < 4; count++) expect(await sendCode(visitor)).toBe('sent')
    expect(await sendCode(visitor)).toBe('busy')
  })

  test('tried twenty times at once gets no more tries than there are', async () => {
    const { email, visitor } = await fulfilled()
    await sendCode(visitor)
    const code = await codeFor(email)
    const results = await Promise.all(Array.from({ length: 20 }, () => enterCode(visitor, wrong(code))))
    expect(results.filter(result => result === 'busy').length).toBe(10)
    expect(await enterCode(visitor, code)).not.toBe('open')
  })
})

test('after fourteen days they are gone, and the page is told so', async () => {
  const { reference, email, visitor, file } = await fulfilled()
  await sendCode(visitor)
  await enterCode(visitor, await codeFor(email))
  await world.sql(
    `update task set resolved_at = resolved_at - interval '15 days' where request_id = (select id from request where reference = $1)`,
    [reference],
  )
  expect(await viewDownloads(visitor, await world.get(reference))).toMatchObject({ isOpen: false })
  expect(await downloadOwn(visitor, file)).toBeNull()
  expect(await sendCode(visitor)).toBe('refused')
  expect(await enterCode(visitor, '123456')).toBe('refused')
})

test('nothing is offered before the task is complete, nor where nothing is held', async () => {
  const { reference } = await beginOf(world, 'data-access')
  const visitor = await visit(reference)
  expect(await viewDownloads(visitor, await world.get(reference))).toBeNull()
  expect(await sendCode(visitor)).toBe('refused')
  await world.runTask('support-engineer', reference, '(Access)', 'resolve', { resolution: 'not_found' })
  expect(await viewDownloads(visitor, await world.get(reference))).toBeNull()
})
