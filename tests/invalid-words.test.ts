import { expect, test } from 'vitest'
import { z } from 'zod'
import { invalid } from '@/lib/door/answer/invalid'
import { refusal } from '@/lib/door/answer/refusal'

test('what is wrong is said in words that people understand, by field', () => {
  const schema = z.object({
    note: z.string().trim().min(1),
    text: z.string().max(5),
    issue: z.url(),
    own: z.string().max(2, 'Two letters.'),
    name: z.string(),
    points: z.number(),
  })
  const wrong = schema.safeParse({
    note: ' ',
    text: 'too long',
    issue: 'ticket 7',
    own: 'abc',
    points: Number.NaN,
  })
  expect(wrong.error && invalid(wrong.error).fields).toEqual({
    note: 'Fill this in.',
    text: 'Use at most 5 characters.',
    issue: 'Give the whole link, beginning with https://.',
    own: 'Two letters.',
    name: 'Fill this in.',
    points: 'Give a number.',
  })
})

test('a refusal in favour of another command names it as its button does', () => {
  expect(refusal('use-command', { detail: 'validate-authority' }).title).toBe(
    'This is done by “Validate the authority”. Use that instead.',
  )
  expect(refusal('use-command', { detail: 'nothing-known' }).title).toBe(
    'This is done by a command of its own. Use that one.',
  )
})

test('four eyes are asked for in words that fit a request and a change of the settings alike', () => {
  expect(refusal('four-eyes').title).toBe(
    'This takes two people, and you did the other part. Somebody else has to do this one.',
  )
})
