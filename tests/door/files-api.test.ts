import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fileLimits } from '@/lib/core/files/file-limits'
import { type Role, roles } from '@/lib/core/people/actor'
import { requesterActor } from '@/lib/core/people/make-actor'
import { attachFile } from '@/lib/door/files/attach'
import { removeOrphans } from '@/lib/door/files/attach-orphans'
import { receiveForm } from '@/lib/door/files/attach-receive'
import { env } from '@/lib/env'
import { fileStorage } from '@/lib/files/storage'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'
import { aSheet } from '@/tests/files/archives'
import { aToken, call } from '@/tests/support/api'

const world = await aWorld()
const tokens = new Map<Role, string>()
for (const role of roles) tokens.set(role, await aToken(role))
const tokenOf = (role: Role) => tokens.get(role) ?? ''

const formOf = (content: string | Buffer | Blob, name: string, note?: string) => {
  const form = new FormData()
  form.append(
    'file',
    content instanceof Blob ? content : new Blob([new Uint8Array(Buffer.from(content))]),
    name,
  )
  if (note) form.append('note', note)
  return form
}
const upload = (
  role: Role,
  path: string,
  content: string | Buffer,
  name = 'sheet.csv',
  more: { note?: string; key?: string } = {},
) =>
  call(path, {
    token: tokenOf(role),
    body: formOf(content, name, more.note),
    ...(more.key && { headers: { 'idempotency-key': more.key } }),
  })
const taskOf = async (reference: string, part: string) =>
  (await world.get(reference)).tasks.find(task => task.name.includes(part))?.id ?? 'none'
/** Everything that lies in the storage, what is on its way included. */
const stored = () =>
  readdirSync(fileURLToPath(env().storageUrl), { recursive: true, withFileTypes: true }).filter(item =>
    item.isFile(),
  )
const anAccess = async () => {
  const { reference } = await beginOf(world, 'data-access')
  return { reference, path: `/tasks/${await taskOf(reference, '(Access)')}/files` }
}

describe('uploading to a task', () => {
  test('keeps the file under its cleaned name, tells it, and notes it in the audit log without its name', async () => {
    const { reference, path } = await anAccess()
    const answer = await upload('support-engineer', path, 'field,value\n', '..\\robin\u202E sheet.csv')
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toEqual({ id: expect.any(String), name: 'robin sheet.csv', size: 12 })
    const [file] = (await world.get(reference)).files
    expect(file).toMatchObject({ purpose: 'hand-over', mediaType: 'text/plain', addedBy: 'support-engineer' })
    const { text } = await call(`/requests/${reference}/audit`, { token: tokenOf('privacy') })
    expect(text).toContain('attach-file')
    expect(text).not.toContain('sheet')
  })

  test('is needed before a task that hands data over is complete', async () => {
    const { reference, path } = await anAccess()
    const complete = () =>
      world.runTask('support-engineer', reference, '(Access)', 'resolve', { resolution: 'complete' })
    for (const step of (await world.get(reference)).tasks[0]?.steps ?? [])
      await world.runTask('support-engineer', reference, '(Access)', 'tick-step', { step: step.key })
    expect(await complete()).toMatchObject({ ok: false, reason: 'file-missing' })
    expect((await upload('support-engineer', path, aSheet(), 'sheet.xlsx')).status).toBe(201)
    expect(await complete()).toMatchObject({ ok: true })
    expect((await upload('support-engineer', path, 'late,1\n')).status).toBe(409)
  })

  test('is for the task’s team; Privacy says why; nobody else gets as far as sending it', async () => {
    const { reference, path } = await anAccess()
    for (const role of roles.filter(role => role !== 'support-engineer' && role !== 'privacy')) {
      const { status } = await upload(role, path, 'a,b\n')
      expect([403, 404], role).toContain(status)
    }
    expect((await upload('privacy', path, 'a,b\n')).body).toMatchObject({ reason: 'needs-note-from-privacy' })
    expect((await upload('privacy', path, 'a,b\n', 'a.csv', { note: 'The engineer is away' })).status).toBe(
      201,
    )
    expect((await world.get(reference)).files).toHaveLength(1)
    expect((await call(path, { body: formOf('a', 'a.txt') })).status).toBe(401)
  })

  test('has one effect under one key, and leaves no second copy', async () => {
    const { reference, path } = await anAccess()
    const before = stored().length
    const answers = []
    for (let sent = 0; sent < 3; sent++)
      answers.push(await upload('support-engineer', path, 'sent,once\n', 'a.csv', { key: 'once' }))
    expect(new Set(answers.map(answer => answer.text)).size).toBe(1)
    expect((await world.get(reference)).files).toHaveLength(1)
    expect(stored().length).toBe(before + 1)
  })
})

describe('uploading to a request', () => {
  test('is for support and Privacy', async () => {
    const { reference } = await beginOf(world, 'data-access')
    const path = `/requests/${reference}/files`
    for (const role of roles) {
      const { status } = await upload(role, path, 'a,b\n')
      expect(status, role).toBe(['support-engineer', 'privacy'].includes(role) ? 201 : 403)
    }
    expect((await upload('support-engineer', '/requests/PR-NONE-NONE/files', 'a')).status).toBe(404)
    expect((await world.get(reference)).files.map(file => file.purpose)).toEqual(['attachment', 'attachment'])
  })
})

describe('what is refused leaves nothing', () => {
  test.each([
    ['a page', 'a.txt', '<html><script>alert(1)</script>'],
    ['a drawing', 'a.png', '<svg onload="alert(1)"/>'],
    ['a page by name', 'a.html', 'hello'],
    ['a program', 'a.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])],
    ['nothing', 'a.txt', ''],
  ])('%s', async (_what, name, content) => {
    const { reference, path } = await anAccess()
    const before = stored().length
    const answer = await upload('support-engineer', path, content, name)
    expect(answer).toMatchObject({ status: 422, body: { reason: 'file-type' } })
    expect((await world.get(reference)).files).toEqual([])
    expect(stored().length).toBe(before)
  })

  test('one that is too long, even if its sender declares less, 413', async () => {
    const { reference } = await anAccess()
    const path = `/requests/${reference}/files`
    const before = stored().length
    const answer = await upload('support-engineer', path, Buffer.alloc(fileLimits.bytes + 1, 'a'))
    expect(answer).toMatchObject({ status: 413, body: { reason: 'file-too-large' } })
    expect(stored().length).toBe(before)
  })

  test('the twenty-first of a request, 429', async () => {
    const { reference, path } = await anAccess()
    for (let count = 0; count < fileLimits.files; count++)
      expect((await upload('support-engineer', path, `${count}\n`)).status).toBe(201)
    const before = stored().length
    expect(await upload('support-engineer', path, 'one more\n')).toMatchObject({
      status: 429,
      body: { reason: 'too-many-files' },
    })
    expect((await world.get(reference)).files).toHaveLength(fileLimits.files)
    expect(stored().length).toBe(before)
  })

  test('what is no form, has no file, several, or another field’s', async () => {
    const { path } = await anAccess()
    const before = stored().length
    const token = tokenOf('support-engineer')
    const none = new FormData()
    none.append('note', 'no file')
    const two = formOf('a', 'a.txt')
    two.append('file', new Blob(['b']), 'b.txt')
    const other = new FormData()
    other.append('files', new Blob(['a']), 'a.txt')
    const broken = { 'content-type': 'multipart/form-data; boundary=b' }
    for (const [sent, status] of [
      [{ body: { file: 'a' } }, 415],
      [{ body: 'no parts', headers: broken }, 400],
      [{ body: none }, 422],
      [{ body: two }, 429],
      [{ body: other }, 422],
    ] as const)
      expect((await call(path, { token, ...sent })).status).toBe(status)
    expect(stored().length).toBe(before)
  })

  test('a name of the internal command gets nobody past any of it', async () => {
    const { reference } = await anAccess()
    const body = {
      id: 'x',
      name: 'x',
      size: 1,
      mediaType: 'a/b',
      purpose: 'attachment',
      taskId: null,
      storageKey: '../../secrets.json',
      sha256: '',
    }
    expect(
      (await call(`/requests/${reference}/commands/attach-file`, { token: tokenOf('privacy'), body })).status,
    ).toBe(404)
    expect(await world.run('privacy', reference, 'attach-file', body)).toMatchObject({ reason: 'not-found' })
  })
})

describe('downloading by staff', () => {
  const bytes = 'field,value\nname,Zoë\n'

  test('gives the bytes back as an attachment that nothing shows, and notes it', async () => {
    const { reference, path } = await anAccess()
    const { body } = await upload('support-engineer', path, bytes, 'Zoë "1".csv')
    const { id } = Object(body)
    const answer = await call(`/files/${id}`, { token: tokenOf('support-engineer') })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(bytes)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Zo_ 1.csv"; filename*=UTF-8''Zo%C3%AB%201.csv`,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const audit = await call(`/requests/${reference}/audit`, { token: tokenOf('privacy') })
    expect(audit.text.match(/download-file/g)).toHaveLength(1)
  })

  test('is for the task’s team and Privacy; to others the file isn’t there', async () => {
    const { path } = await anAccess()
    const { id } = Object((await upload('support-engineer', path, `${bytes}town,Zürich\n`)).body)
    for (const role of roles) {
      const { status } = await call(`/files/${id}`, { token: tokenOf(role) })
      expect(status, role).toBe(['support-engineer', 'privacy'].includes(role) ? 200 : 404)
    }
    for (const other of ['00000000-0000-4000-8000-000000000000', '..%2F..%2Fsecrets.json', 'x'])
      expect((await call(`/files/${other}`, { token: tokenOf('privacy') })).status).toBe(404)
  })

  test('of an identity proof is for Privacy alone', async () => {
    const { reference } = await beginOf(world, 'deceased-deletion', {
      fields: { relationship: 'authorized-agent' },
    })
    await world.run('privacy', reference, 'send-message', { message: 'documents-needed' })
    const request = new Request('http://habeas.test', {
      method: 'POST',
      body: formOf('%PDF-1.7 proof', 'death.pdf'),
    })
    const received = await receiveForm(request.body, request.headers.get('content-type'), 1)
    const [proof] = received.ok ? received.uploads : []
    const actor = requesterActor((await world.get(reference)).id)
    const attached =
      proof &&
      (await attachFile(actor, { reference, taskId: null, purpose: 'proof' }, proof, { commandId: 'proof' }))
    const id = attached?.ok ? attached.id : 'none'
    for (const role of roles) {
      const { status } = await call(`/files/${id}`, { token: tokenOf(role) })
      expect(status, role).toBe(role === 'privacy' ? 200 : 404)
    }
  })
})

test('bytes without a row are swept once they are old; those of a request stay', async () => {
  const { path } = await anAccess()
  await upload('support-engineer', path, 'kept\n')
  const kept = stored().length
  async function* text(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('left over')
  }
  const storage = fileStorage()
  await storage.keep(await storage.receive(text(), 100))
  expect(await removeOrphans(new Date())).toBe(0)
  expect(await removeOrphans(new Date(Date.now() + 30 * 3_600_000))).toBe(1)
  expect(stored().length).toBe(kept)
})

test('a file on a task is taken back: nobody can open it, its name and bytes go, the log says that it was there', async () => {
  const { reference, path } = await anAccess()
  await upload('support-engineer', path, 'field,taken back\n', 'robin.csv')
  const id = (await world.get(reference)).files[0]?.id
  const kept = stored().length
  const command = (role: Role, name: string, body: object) =>
    call(path.replace('/files', `/commands/${name}`), { token: tokenOf(role), body })
  expect((await command('console-engineer', 'remove-file', { file: id })).status).toBe(404)
  const early = await command('support-engineer', 'resolve', { resolution: 'not_found' })
  expect(early).toMatchObject({ status: 409, body: { reason: 'file-there' } })
  expect((await command('support-engineer', 'remove-file', { file: id })).status).toBe(200)
  expect((await world.get(reference)).files).toMatchObject([{ name: 'removed', removedAt: expect.any(Date) }])
  expect((await call(`/files/${id}`, { token: tokenOf('support-engineer') })).status).toBe(404)
  expect((await call(`/requests/${reference}/audit`, { token: tokenOf('privacy') })).text).toContain(
    'remove-file',
  )
  expect((await command('support-engineer', 'resolve', { resolution: 'not_found' })).status).toBe(200)
  expect(await removeOrphans(new Date(Date.now() + 30 * 3_600_000))).toBe(1)
  expect(stored().length).toBe(kept - 1)
})
