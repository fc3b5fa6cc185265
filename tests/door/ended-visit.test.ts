import { expect, test } from 'vitest'
import { carryOver, fieldsBeside, keepOfEndedVisit } from '@/lib/door/requester/ended-visit'
import { leave, pressLink, visitorOf } from '@/lib/door/requester/requester'
import { readUnsent, type Unsent } from '@/lib/door/requester/requester-messages'
import { newSecret } from '@/lib/secrets'
import { transaction } from '@/lib/store/database/client'
import { createAccessLink } from '@/lib/store/visits/access-links'
import { aWorld } from '../factories/world'

const world = await aWorld()
const words = { reply: 'Ten minutes of writing' }

let network = 0
async function visit(reference: string): Promise<string> {
  const { id } = await world.get(reference)
  const about = { requestId: id, purpose: 'page', sentTo: 'robin@people.example', days: 8 } as const
  const token = await transaction(tx => createAccessLink(tx, about))
  const entry = await pressLink(token, 'continue', `198.51.100.${++network}`, newSecret())
  if (entry.kind !== 'in') throw new Error('not let in')
  return entry.secret
}
const itsTimeIsOver = () => world.sql(`update requester_session set expires_at = now() - interval '1 hour'`)

test('what was sent after the visit had ended is there in the next visit to the same request', async () => {
  const { reference } = await world.begin()
  const before = await visit(reference)
  await itsTimeIsOver()
  expect(await visitorOf(before)).toBeNull()
  expect(await keepOfEndedVisit(before, words)).toBe(true)
  const next = await visit(reference)
  await carryOver(before, next)
  expect(await readUnsent(next)).toEqual(words)
  expect(await readUnsent(before)).toEqual({})
})

const sentWords: Unsent[] = [
  { answers: { since: 'a while' } },
  { contact: { choice: 'yes', text: 'Her name is Kim' } },
  { help: 'I am stuck' },
  { clarification: 'Only this year' },
  { disagreement: 'I see it otherwise', disagreeing: 'appeal' },
  { documents: { text: 'The court has the rest' } },
]
test.each(sentWords)('this is there, too: %j', async unsent => {
  const { reference } = await world.begin()
  const before = await visit(reference)
  await itsTimeIsOver()
  expect(await keepOfEndedVisit(before, unsent)).toBe(true)
  const next = await visit(reference)
  await carryOver(before, next)
  expect(await readUnsent(next)).toEqual(unsent)
})

test('the words beside documents are read after the visit, and a stranger’s form is not read at all', async () => {
  const before = await visit((await world.begin()).reference)
  await itsTimeIsOver()
  const sent = () => {
    const form = new FormData()
    form.append('text', 'The court has the rest')
    form.append('documents', new Blob(['%PDF-1.7']), 'will.pdf')
    const { body, headers } = new Request('http://habeas.test/', { method: 'POST', body: form })
    return { body, contentType: headers.get('content-type') }
  }
  expect((await fieldsBeside(sent(), before)).get('text')).toBe('The court has the rest')
  for (const stranger of [undefined, newSecret()]) expect((await fieldsBeside(sent(), stranger)).size).toBe(0)
})

test('it is never there in a visit to another request', async () => {
  const before = await visit((await world.begin()).reference)
  await itsTimeIsOver()
  await keepOfEndedVisit(before, words)
  const other = await visit((await world.begin()).reference)
  await carryOver(before, other)
  expect(await readUnsent(other)).toEqual({})
})

test('nothing is kept of who has left, of a stranger, or of an empty form', async () => {
  const { reference } = await world.begin()
  const left = await visit(reference)
  await leave(left)
  expect(await keepOfEndedVisit(left, words)).toBe(false)
  for (const secret of [undefined, '', 'short', newSecret()])
    expect(await keepOfEndedVisit(secret, words)).toBe(false)
  const before = await visit(reference)
  await itsTimeIsOver()
  for (const empty of [
    {},
    { reply: ' ' },
    { answers: { since: '' } },
    { contact: { choice: 'yes', text: '' } },
  ])
    expect(await keepOfEndedVisit(before, empty)).toBe(false)
})
