import { describe, expect, test } from 'vitest'
import { mailboxOf, offeredTypes, problemsOf } from '@/lib/core/intake/intake-form'
import { keepProofs, removeProof } from '@/lib/door/files/attach-proofs'
import {
  clearAnswers,
  keepAnswers,
  publicType,
  readIntakeDraft,
  sendIntake,
} from '@/lib/door/intake/intake-draft'
import { transaction } from '@/lib/store/database/client'
import { writeSetting } from '@/lib/store/settings/settings'
import {
  answersOf,
  elsewhere,
  formWith,
  proofsOf,
  storedFiles,
  typedByAgent,
  typeWithProofs,
} from '@/tests/factories/forms'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()

describe('the form for somebody who has died', () => {
  test('asks for the requester’s mailbox, which the API may leave out', () => {
    const { requesterEmail: _left, ...rest } = typedByAgent()
    expect(problemsOf(typeWithProofs, answersOf(rest))).toEqual([
      { field: 'requesterEmail', message: 'Enter your own email address.' },
    ])
    expect(mailboxOf(answersOf(typedByAgent()))).toMatch(/^agent-/)
  })
  test('tells a Designated Account Manager who can ask, even if other fields are missing', () => {
    const [problem] = problemsOf(typeWithProofs, answersOf({ relationship: 'designated-account-manager' }))
    expect(problem).toMatchObject({
      field: 'relationship',
      message: expect.stringContaining('ends when the person dies'),
    })
  })
  test('makes the data subject type from the relationship, and mails who asks and nobody else', async () => {
    const fields = typedByAgent()
    const secret = await keepAnswers(undefined, answersOf(fields))
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
    const before = storedFiles()
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    await keepProofs(secret, formWith('death', { 'certificate.pdf': '%PDF-1.7' }), elsewhere())
    expect(storedFiles()).toBe(before + 1)
    await clearAnswers(secret)
    expect(storedFiles()).toBe(before)
  })
  test('are kept with the form, survive a change of its answers, and become the request’s own with it', async () => {
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    expect(
      await keepProofs(secret, formWith('death', { 'certificate.pdf': '%PDF-1.7' }, 'more'), elsewhere()),
    ).toEqual({
      kind: 'kept',
      onward: 'more',
    })
    await keepProofs(secret, formWith('authority', { 'will.pdf': '%PDF-1.7' }), elsewhere())
    await keepAnswers(secret, answersOf({ ...typedByAgent(), name: 'Kim' }))
    expect(await proofsOf(secret)).toEqual(['certificate.pdf', 'will.pdf'])
    const before = storedFiles()
    await sendIntake(secret, elsewhere())
    const { reference, proofs } = (await readIntakeDraft(secret)) ?? {}
    expect(proofs).toEqual([])
    const request = await world.get(reference ?? '')
    expect(request.files.map(file => [file.name, file.purpose, file.addedBy])).toEqual([
      ['Proof of death - certificate.pdf', 'proof', 'requester'],
      ['Proof of authority - will.pdf', 'proof', 'requester'],
    ])
    expect(storedFiles()).toBe(before)
  })
  test('one that is not taken stops all of that form, and the page can say which; those before stay', async () => {
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    await keepProofs(secret, formWith('death', { 'certificate.pdf': '%PDF-1.7' }), elsewhere())
    const before = storedFiles()
    const bad = formWith('authority', { 'will.pdf': '%PDF-1.7', 'page.html': '<html>' })
    expect(await keepProofs(secret, bad, elsewhere())).toEqual({ kind: 'problem' })
    expect(await readIntakeDraft(secret)).toMatchObject({
      proofProblem: { reason: 'file-type', file: 'page.html', kind: 'authority' },
    })
    expect(await proofsOf(secret)).toEqual(['certificate.pdf'])
    expect(storedFiles()).toBe(before)
    await keepProofs(secret, formWith('death', {}), elsewhere())
    expect((await readIntakeDraft(secret))?.proofProblem).toBeUndefined()
  })
  test('can be taken out again, and their bytes with them; nobody else’s can', async () => {
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    const other = await keepAnswers(undefined, answersOf(typedByAgent()))
    await keepProofs(secret, formWith('death', { 'a.pdf': '%PDF-1.7' }), elsewhere())
    const before = storedFiles()
    const id = (await readIntakeDraft(secret))?.proofs[0]?.id ?? ''
    await removeProof(other, id)
    expect(await proofsOf(secret)).toEqual(['a.pdf'])
    await removeProof(secret, id)
    expect(await proofsOf(secret)).toEqual([])
    expect(storedFiles()).toBe(before - 1)
  })
  test('need a form that is open', async () => {
    const before = storedFiles()
    expect(await keepProofs(undefined, formWith('death', { 'a.pdf': '%PDF-1.7' }), elsewhere())).toEqual({
      kind: 'none',
    })
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    await sendIntake(secret, elsewhere())
    expect(await keepProofs(secret, formWith('death', { 'a.pdf': '%PDF-1.7' }), elsewhere())).toEqual({
      kind: 'none',
    })
    expect(storedFiles()).toBe(before)
  })
})

test('a type that is switched off is neither offered nor taken', async () => {
  const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
  await transaction(tx => writeSetting(tx, 'unpublished', ['deceased-deletion']))
  expect(await publicType('deceased-deletion')).toBeNull()
  expect(offeredTypes(['deceased-deletion'], 'deceased')).toEqual([])
  expect(await sendIntake(secret, elsewhere())).toMatchObject({ kind: 'incomplete' })
  await transaction(tx => writeSetting(tx, 'unpublished', []))
  expect(await publicType('data-export')).toBeNull()
  expect(await publicType('forum-deletion')).toBeNull()
})
