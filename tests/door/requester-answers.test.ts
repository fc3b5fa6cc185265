import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Visitor } from '@/lib/auth/requester'
import { openQuestions } from '@/lib/core/machine/open-questions'
import { visitorOf } from '@/lib/door/requester/requester'
import { sendContact, sendDocuments, sendHelp } from '@/lib/door/requester/requester-answers'
import { readUnsent } from '@/lib/door/requester/requester-messages'
import { transaction } from '@/lib/store/database/client'
import { createRequesterSession } from '@/lib/store/visits/requester-sessions'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()

const visit = async (reference: string): Promise<{ visitor: Visitor; secret: string }> => {
  const { id } = await world.get(reference)
  const secret = await transaction(tx => createRequesterSession(tx, id))
  const visitor = await visitorOf(secret)
  if (!visitor) throw new Error('not let in')
  return { visitor, secret }
}
const kinds = async (reference: string) => openQuestions(await world.get(reference)).map(ask => ask.kind)

const enterprise = async () => {
  const { reference } = await beginOf(world, 'enterprise-deletion', { facts: { enterprise: true } })
  return { reference, ...(await visit(reference)) }
}

describe('whether the administrator may be asked', () => {
  test('is asked with the end of the window, and a yes makes it support’s turn', async () => {
    const { reference, visitor, secret } = await enterprise()
    const [ask] = openQuestions(await world.get(reference))
    expect(ask).toMatchObject({ kind: 'owner-contact', until: expect.any(Date) })
    expect(await sendContact(visitor, secret, { choice: 'yes', text: 'Her name is Kim.' }, 'a')).toBe('sent')
    expect(await kinds(reference)).toEqual([])
    expect((await world.get(reference)).ownerPermissions[0]).toMatchObject({ consent: 'yes' })
    expect(await sendContact(visitor, secret, { choice: 'no', text: '' }, 'b')).toBe('refused')
  })
  test('a no ends it at once', async () => {
    const { reference, visitor, secret } = await enterprise()
    expect(await sendContact(visitor, secret, { choice: 'no', text: '' }, 'a')).toBe('sent')
    expect(await world.get(reference)).toMatchObject({ state: 'closed', outcome: 'no-permission' })
  })
  test('without a choice nothing is sent, and what was written is kept', async () => {
    const { reference, visitor, secret } = await enterprise()
    expect(await sendContact(visitor, secret, { choice: '', text: 'Well' }, 'a')).toBe('kept')
    expect(await readUnsent(secret)).toMatchObject({ contact: { choice: '', text: 'Well' } })
    expect(await kinds(reference)).toEqual(['owner-contact'])
  })
  test('what comes too late becomes the beginning of a reply', async () => {
    const { reference, visitor, secret } = await enterprise()
    await world.pass(reference, 8)
    await world.work()
    expect((await world.get(reference)).outcome).toBe('no-permission')
    expect(await sendContact(visitor, secret, { choice: 'yes', text: 'Sorry, I was away.' }, 'a')).toBe(
      'refused',
    )
    expect(await readUnsent(secret)).toEqual({ reply: 'Sorry, I was away.', tooLate: true })
  })
})

test('help with an export is asked for once the instructions are out', async () => {
  const { reference } = await beginOf(world, 'data-export')
  const { visitor, secret } = await visit(reference)
  expect(await kinds(reference)).toEqual([])
  expect(await sendHelp(visitor, secret, 'Help', 'a')).toBe('refused')
  await world.run('support-engineer', reference, 'send-message', { message: 'project-export-self-serve' })
  await world.work()
  expect(await kinds(reference)).toEqual(['help'])
  expect(await sendHelp(visitor, secret, '  ', 'b')).toBe('kept')
  expect(await sendHelp(visitor, secret, 'I can’t sign in.', 'c')).toBe('sent')
  expect((await world.get(reference)).helpAskedAt).not.toBeNull()
})

describe('documents that Privacy asked for', () => {
  const asked = async () => {
    const { reference } = await beginOf(world, 'deceased-deletion', {
      fields: { relationship: 'authorized-agent' },
    })
    const visited = await visit(reference)
    return {
      reference,
      ...visited,
      ask: () => world.run('privacy', reference, 'send-message', { message: 'documents-needed' }),
    }
  }
  const sent = (files: Record<string, string>, text = '') => {
    const form = new FormData()
    form.append('press', randomUUID())
    form.append('text', text)
    for (const [name, content] of Object.entries(files)) form.append('documents', new Blob([content]), name)
    const { body, headers } = new Request('http://habeas.test', { method: 'POST', body: form })
    return { body, contentType: headers.get('content-type') }
  }

  test('arrive as proofs with a word beside them, and it is Privacy’s turn', async () => {
    const { reference, visitor, secret, ask } = await asked()
    expect(await sendDocuments(visitor, secret, sent({ 'a.pdf': '%PDF-1.7' }))).toBe('refused')
    await ask()
    expect(await kinds(reference)).toEqual(['documents'])
    const files = { 'death.pdf': '%PDF-1.7', 'court.txt': 'letters' }
    expect(await sendDocuments(visitor, secret, sent(files, 'Here they are.'))).toBe('sent')
    const request = await world.get(reference)
    expect(request.files.map(file => [file.name, file.purpose, file.addedBy])).toEqual([
      ['death.pdf', 'proof', 'requester'],
      ['court.txt', 'proof', 'requester'],
    ])
    expect(openQuestions(request)).toEqual([])
    expect(request.messages.at(-1)?.key).toBe('documents')
    expect(await sendDocuments(visitor, secret, sent({ 'more.pdf': '%PDF-1.7' }))).toBe('refused')
    await ask()
    expect(await kinds(reference)).toEqual(['documents'])
  })
  test('one that is not taken stops all of them; what was written beside is kept, with the reason', async () => {
    const { reference, visitor, secret, ask } = await asked()
    await ask()
    const files = { 'good.pdf': '%PDF-1.7', 'bad.html': '<html>' }
    expect(await sendDocuments(visitor, secret, sent(files, 'Here.'))).toBe('kept')
    expect(await readUnsent(secret)).toEqual({
      documents: { text: 'Here.', problem: { reason: 'file-type', file: 'bad.html' } },
    })
    expect((await world.get(reference)).files).toEqual([])
    expect(await sendDocuments(visitor, secret, sent({}))).toBe('kept')
    expect(await readUnsent(secret)).toMatchObject({ documents: { problem: { reason: 'nothing' } } })
    expect(await sendDocuments(visitor, secret, sent({}, 'I have none.'))).toBe('sent')
  })
  test('a letter beside them that is too long is given back whole, in any script, and nothing is attached', async () => {
    const { reference, visitor, secret, ask } = await asked()
    await ask()
    const letter = '書'.repeat(10_001)
    expect(await sendDocuments(visitor, secret, sent({ 'a.pdf': '%PDF-1.7' }, letter))).toBe('kept')
    expect(await readUnsent(secret)).toEqual({
      documents: { text: letter, problem: { reason: 'too-long' } },
    })
    expect((await world.get(reference)).files).toEqual([])
  })
  test('what is written beside them too late becomes the beginning of a message', async () => {
    const { visitor, secret } = await asked()
    expect(await sendDocuments(visitor, secret, sent({ 'a.pdf': '%PDF-1.7' }, 'From the court.'))).toBe(
      'refused',
    )
    expect(await readUnsent(secret)).toEqual({ reply: 'From the court.', tooLate: true })
  })
  test('what is written beside too many of them in an hour is kept', async () => {
    const { visitor, secret, ask } = await asked()
    await ask()
    for (let form = 0; form < 20; form += 1) await sendDocuments(visitor, secret, sent({}))
    expect(await sendDocuments(visitor, secret, sent({ 'a.pdf': '%PDF-1.7' }, 'The last.'))).toBe('busy')
    expect(await readUnsent(secret)).toEqual({ documents: { text: 'The last.' } })
  })
})
