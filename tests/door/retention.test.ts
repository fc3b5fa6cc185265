import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { represent } from '@/lib/core/view/representation'
import { eraseContent } from '@/lib/door/retention/erase-content'
import { env } from '@/lib/env'
import { fileStorage } from '@/lib/files/storage'
import { verifyAudit } from '@/lib/store/audit/audit-verify'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, run, sql, work } = world

/** Everything that is stored, as text: each table of the product and of its queue, and each file of the storage. */
async function everything(): Promise<{ where: string; text: string }[]> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  )
  const rows = await Promise.all(
    tables.map(async ({ name }) => ({
      where: name,
      text: (await sql<{ text: string }>(`select t::text as text from ${name} t`))
        .map(item => item.text)
        .join('\n'),
    })),
  )
  const folder = new URL(env().storageUrl).pathname
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => join(folder, path))
    .filter(path => statSync(path).isFile())
    .map(path => ({ where: path, text: readFileSync(path, 'latin1') }))
  return [...rows, ...files]
}

/** Where a word is found. */
async function found(...words: string[]): Promise<string[]> {
  const all = await everything()
  return all.filter(({ text }) => words.some(word => text.includes(word))).map(candidate => candidate.where)
}

/** Days go by for a closed request, as waiting would let them. */
const age = (reference: string, days: number) =>
  sql(
    `update request set closed_at = closed_at - make_interval(days => $2), received_at = received_at - make_interval(days => $2)
     where reference = $1`,
    [reference, days],
  )

/** A person with words that stand nowhere else, whose request has every kind of part, closed. */
async function canary(tag: string) {
  const words = [`mail-${tag}@canary.example`, `user_${tag}`, `Name${tag}`, `details-${tag}`]
  const [email = '', username = '', name = '', details = ''] = words
  const account = { email, username, accountId: `account-${tag}` }
  const { reference } = await me.begin('data-access', account, { name, details })
  await me.command('support-engineer', reference, 'add-note', { text: `note-${tag}` })
  await me.command('requester', reference, 'reply', { text: `reply-${tag}` })
  await me.command('support-engineer', reference, 'mark-read', {})
  const asked = { reason: `reason-${tag}`, question: `question-${tag}`, checked: `checked-${tag}` }
  await me.command('support-engineer', reference, 'escalate', asked)
  await me.command('privacy', reference, 'answer-escalation', { answer: `answer-${tag}` })
  const file = await me.attach(reference, '(Access)', 'support-engineer', `file-${tag}.csv`)
  await me.tick(reference, '(Access)')
  await me.resolve(reference, '(Access)', { resolution: 'complete' })
  await me.closed(reference, 'fulfilled')
  await world.db.account.delete({ where: { id: account.accountId } })
  return { reference, file, email, words: [tag] }
}

describe('the content of a request', () => {
  test('stays for 365 days after closing, and then nothing names the person any more', async () => {
    const { reference, words } = await canary('kestrel')
    const before = await get(reference)
    expect((await found(...words)).sort()).toEqual(
      expect.arrayContaining(['public.message', 'public.note', 'public.request', 'public.escalation']),
    )
    await age(reference, 365)
    await work()
    expect((await get(reference)).email).toContain('kestrel')
    await age(reference, 2)
    await work()
    expect(await found(...words)).toEqual([])
    expect(await found(before.id)).toEqual(
      expect.arrayContaining(['public.request', 'public.audit_entry', 'public.audit_head']),
    )
    const after = await get(reference)
    const { type, subjectType, state, outcome, dueOn, dueRule, confirmedAt } = before
    expect(after).toMatchObject({ reference, type, subjectType, state, outcome, dueOn, dueRule, confirmedAt })
    expect([after.tasks, after.messages, after.checks, after.files]).toEqual([[], [], [], []])
    expect(represent(after, world.staff('privacy'), 'UTC', { fourEyes: [] })).toMatchObject({
      reference,
      email: null,
      contentErasedAt: expect.any(String),
    })
  })
  test('of a mailbox that was never confirmed leaves after 30 days', async () => {
    const account = await world.account({ email: 'mail-wren@canary.example', username: 'user_wren' })
    const reference = await world.submit(account)
    await work()
    await world.pass(reference, 9)
    await work()
    await world.db.account.delete({ where: { id: account.accountId } })
    await age(reference, 30)
    await work()
    expect(await found('mail-wren')).not.toEqual([])
    await age(reference, 2)
    await work()
    expect(await found('mail-wren', 'user_wren')).toEqual([])
  })
  test('stays while a word of the person is unread, and leaves once somebody has read it', async () => {
    const { reference } = await canary('siskin')
    await me.command('requester', reference, 'reply', { text: 'late-siskin' })
    await age(reference, 400)
    await work()
    expect(await found('late-siskin')).toContain('public.message')
    await me.command('support-engineer', reference, 'mark-read', {})
    await work()
    expect(await found('siskin')).toEqual([])
  })
  test('is what nobody can reopen or write to afterwards', async () => {
    const account = await world.account()
    const reference = await world.submit(account)
    await world.pass(reference, 9)
    await work()
    await age(reference, 32)
    await work()
    for (const [command, input] of [
      ['reopen', { reason: 'Again' }],
      ['add-note', { text: 'Hello' }],
      ['assign', { to: null }],
    ] as const)
      expect(await run('privacy', reference, command, input)).toMatchObject({ ok: false, status: 409 })
  })
  test('leaves once, however many workers are at it, and never from a request that was reopened meanwhile', async () => {
    const account = await world.account()
    const reference = await world.submit(account)
    await world.pass(reference, 9)
    await work()
    await age(reference, 32)
    const { id } = await get(reference)
    const days = { unconfirmed: 30, proofs: 30, packages: 14, content: 365 }
    const erase = () => eraseContent(id, days)
    expect((await Promise.all([erase(), erase(), erase()])).filter(Boolean)).toHaveLength(1)
    expect(await world.db.auditEntry.count({ where: { scope: id, command: 'erase-content' } })).toBe(1)

    const other = await world.submit(await world.account())
    await world.pass(other, 9)
    await work()
    await age(other, 32)
    expect(await run('support-engineer', other, 'reopen', { reason: 'They wrote' })).toMatchObject({
      ok: true,
    })
    expect(await eraseContent((await get(other)).id, days)).toBe(false)
  })
  test('breaks off whole: what fails in the middle leaves everything, and the next round finishes it', async () => {
    const { reference, file, words } = await canary('plover')
    await age(reference, 370)
    const { id, files } = await get(reference)
    expect(files).toHaveLength(1)
    const days = { unconfirmed: 30, proofs: 30, packages: 14, content: 365 }
    const { storageKey } = await world.db.file.findUniqueOrThrow({ where: { id: file } })
    // Nothing removes a folder with something in it.
    const path = join(new URL(env().storageUrl).pathname, storageKey)
    rmSync(path)
    mkdirSync(join(path, 'inside'), { recursive: true })
    await expect(eraseContent(id, days)).rejects.toThrow('directory')
    expect(await world.db.auditEntry.count({ where: { scope: id, command: 'erase-content' } })).toBe(0)
    expect((await get(reference)).messages).not.toEqual([])
    rmSync(path, { recursive: true })
    await work()
    expect(await found(...words)).toEqual([])
  })
})

describe('files', () => {
  test('a package can be had for 14 days, and its bytes are gone after that', async () => {
    const { reference, file } = await canary('osprey')
    const { storageKey } = await world.db.file.findUniqueOrThrow({ where: { id: file } })
    await age(reference, 14)
    await work()
    expect(await fileStorage().read(storageKey)).not.toBeNull()
    await age(reference, 1)
    await work()
    expect(await fileStorage().read(storageKey)).toBeNull()
    expect(await world.db.file.findUnique({ where: { id: file } })).toMatchObject({
      name: 'removed',
      removedAt: expect.any(Date),
    })
  })
  test('a proof leaves 30 days after Privacy decided, and not while nobody has', async () => {
    const fields = { relationship: 'designated-account-successor' }
    const { reference, now } = await me.begin('deceased-deletion', {}, fields)
    await me.send(reference, 'documents-needed', 'privacy')
    const key = await storedProof(now.id)
    await sql(`update file set added_at = added_at - interval '90 days' where storage_key = $1`, [key])
    await work()
    expect(await fileStorage().read(key)).not.toBeNull()
    await me.command('privacy', reference, 'validate-authority', { valid: true, note: 'Read' })
    const decided = (days: number) =>
      sql(`update authority set decided_at = decided_at - make_interval(days => $2) where request_id = $1`, [
        now.id,
        days,
      ])
    await decided(30)
    await work()
    expect(await fileStorage().read(key)).not.toBeNull()
    await decided(2)
    await work()
    expect(await fileStorage().read(key)).toBeNull()
  })
})

/** A proof as the requester's upload leaves it. */
async function storedProof(requestId: string): Promise<string> {
  async function* bytes() {
    yield Buffer.from('a certificate')
  }
  const incoming = await fileStorage().receive(bytes(), 1000)
  const storageKey = await fileStorage().keep(incoming)
  await world.db.file.create({
    data: {
      id: crypto.randomUUID(),
      requestId,
      name: 'certificate.txt',
      size: incoming.size,
      sha256: incoming.sha256,
      mediaType: 'text/plain',
      purpose: 'proof',
      addedBy: 'requester',
      storageKey,
    },
  })
  return storageKey
}

test('the days are a setting', async () => {
  await world.db.setting.create({ data: { key: 'retention', value: { content: 10 } } })
  const { reference, words } = await canary('dunlin')
  await age(reference, 12)
  await work()
  expect(await found(...words)).toEqual([])
})

test('the audit log of all of this verifies', async () => {
  expect((await verifyAudit(env())).faults).toEqual([])
})
