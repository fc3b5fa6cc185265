import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { answersFrom, mailboxOf, offeredType, offeredTypes, problemsOf } from '@/lib/core/intake/intake-form'
import { keepProofs, removeProof } from '@/lib/door/files/attach-proofs'
import {
  clearAnswers,
  keepAnswers,
  publicType,
  readIntakeDraft,
  sendIntake,
} from '@/lib/door/intake/intake-draft'
import { env } from '@/lib/env'
import { transaction } from '@/lib/store/database/client'
import { writeSetting } from '@/lib/store/settings/settings'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()
const found = offeredType('deceased-deletion')
if (!found) throw new Error('the type is not offered')
const type = found

let network = 0
const elsewhere = () => `203.0.113.${++network}`
const full = (): Record<string, string> => ({
  relationship: 'authorized-agent',
  email: `theirs-${++network}@people.example`,
  username: 'robin',
  requesterEmail: `agent-${network}@people.example`,
})
const answers = (fields: Record<string, string>) => answersFrom(type, name => fields[name])
const form = (field: string, files: Record<string, string>, onward = 'check') => {
  const data = new FormData()
  for (const [name, content] of Object.entries(files)) data.append(field, new Blob([content]), name)
  data.append('onward', onward)
  const { body, headers } = new Request('http://habeas.test', { method: 'POST', body: data })
  return { body, contentType: headers.get('content-type') }
}
const stored = () => {
  const folder = fileURLToPath(env().storageUrl)
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(item => item.isFile()).length
}
const proofsOf = async (secret: string) => (await readIntakeDraft(secret))?.proofs.map(proof => proof.name)

describe('the form for somebody who has died', () => {
  test('asks for the requester’s mailbox, which the API may leave out', () => {
    const { requesterEmail: _left, ...rest } = full()
    expect(problemsOf(type, answers(rest))).toEqual([
      { field: 'requesterEmail', message: 'Enter your own email address.' },
    ])
    expect(mailboxOf(answers(full()))).toMatch(/^agent-/)
  })
  test('tells a Designated Account Manager who can ask, even if other fields are missing', () => {
    const [problem] = problemsOf(type, answers({ relationship: 'designated-account-manager' }))
    expect(problem).toMatchObject({
      field: 'relationship',
      message: expect.stringContaining('ends when the person dies'),
    })
  })
  test('makes the data subject type from the relationship, and mails who asks and nobody else', async () => {
    const fields = full()
    const secret = await keepAnswers(undefined, answers(fields))
    expect(await sendIntake(secret, elsewhere())).toEqual({ kind: 'sent' })
    await world.work()
    const { reference } = (await readIntakeDraft(secret)) ?? {}
    const request = await world.get(reference ?? '')
    expect(request).toMatchObject({ subjectType: 'agent', relationship: 'authorized-agent' })
    const mails = world.sink.mails.flatMap(mail => mail.recipients)
    expect(mails).toContain(fields.requesterEmail)
    expect(mails).not.toContain(fields.email)
  })
})

describe('proofs', () => {
  test('leave with the answers when the form is cleared', async () => {
    const before = stored()
    const secret = await keepAnswers(undefined, answers(full()))
    await keepProofs(secret, form('death', { 'certificate.pdf': '%PDF-1.7' }), elsewhere())
    expect(stored()).toBe(before + 1)
    await clearAnswers(secret)
    expect(stored()).toBe(before)
  })
  test('are kept with the form, survive a change of its answers, and become the request’s own with it', async () => {
    const secret = await keepAnswers(undefined, answers(full()))
    expect(
      await keepProofs(secret, form('death', { 'certificate.pdf': '%PDF-1.7' }, 'more'), elsewhere()),
    ).toEqual({
      kind: 'kept',
      onward: 'more',
    })
    await keepProofs(secret, form('authority', { 'will.pdf': '%PDF-1.7' }), elsewhere())
    await keepAnswers(secret, answers({ ...full(), name: 'Kim' }))
    expect(await proofsOf(secret)).toEqual(['certificate.pdf', 'will.pdf'])
    const before = stored()
    await sendIntake(secret, elsewhere())
    const { reference, proofs } = (await readIntakeDraft(secret)) ?? {}
    expect(proofs).toEqual([])
    const request = await world.get(reference ?? '')
    expect(request.files.map(file => [file.name, file.purpose, file.addedBy])).toEqual([
      ['Proof of death - certificate.pdf', 'proof', 'requester'],
      ['Proof of authority - will.pdf', 'proof', 'requester'],
    ])
    expect(stored()).toBe(before)
  })
  test('one that is not taken stops all of that form, and the page can say which; those before stay', async () => {
    const secret = await keepAnswers(undefined, answers(full()))
    await keepProofs(secret, form('death', { 'certificate.pdf': '%PDF-1.7' }), elsewhere())
    const before = stored()
    const bad = form('authority', { 'will.pdf': '%PDF-1.7', 'page.html': '<html>' })
    expect(await keepProofs(secret, bad, elsewhere())).toEqual({ kind: 'problem' })
    expect(await readIntakeDraft(secret)).toMatchObject({
      proofProblem: { reason: 'file-type', file: 'page.html', kind: 'authority' },
    })
    expect(await proofsOf(secret)).toEqual(['certificate.pdf'])
    expect(stored()).toBe(before)
    await keepProofs(secret, form('death', {}), elsewhere())
    expect((await readIntakeDraft(secret))?.proofProblem).toBeUndefined()
  })
  test('can be taken out again, and their bytes with them; nobody else’s can', async () => {
    const secret = await keepAnswers(undefined, answers(full()))
    const other = await keepAnswers(undefined, answers(full()))
    await keepProofs(secret, form('death', { 'a.pdf': '%PDF-1.7' }), elsewhere())
    const before = stored()
    const id = (await readIntakeDraft(secret))?.proofs[0]?.id ?? ''
    await removeProof(other, id)
    expect(await proofsOf(secret)).toEqual(['a.pdf'])
    await removeProof(secret, id)
    expect(await proofsOf(secret)).toEqual([])
    expect(stored()).toBe(before - 1)
  })
  test('need a form that is open', async () => {
    const before = stored()
    expect(await keepProofs(undefined, form('death', { 'a.pdf': '%PDF-1.7' }), elsewhere())).toEqual({
      kind: 'none',
    })
    const secret = await keepAnswers(undefined, answers(full()))
    await sendIntake(secret, elsewhere())
    expect(await keepProofs(secret, form('death', { 'a.pdf': '%PDF-1.7' }), elsewhere())).toEqual({
      kind: 'none',
    })
    expect(stored()).toBe(before)
  })
})

test('a type that is switched off is neither offered nor taken', async () => {
  const secret = await keepAnswers(undefined, answers(full()))
  await transaction(tx => writeSetting(tx, 'unpublished', ['deceased-deletion']))
  expect(await publicType('deceased-deletion')).toBeNull()
  expect(offeredTypes(['deceased-deletion'], 'deceased')).toEqual([])
  expect(await sendIntake(secret, elsewhere())).toMatchObject({ kind: 'incomplete' })
  await transaction(tx => writeSetting(tx, 'unpublished', []))
  expect(await publicType('data-export')).toBeNull()
  expect(await publicType('forum-deletion')).toBeNull()
})
