import { expect, test } from 'vitest'
import { quoted } from '@/lib/systems/failure'

test('what a server says is quoted without addresses and long tokens', () => {
  const token = '2v7nQk9xWz3rT8yLmP4s2v7nQk9xWz3rT8yLmP4s'
  expect(quoted(`No user robin@people.example for ${token}.`)).toBe('No user [hidden] for [hidden].')
})

test('it is one line of at most 120 characters, none of which can’t be kept', () => {
  expect(quoted(' It\r\nfailed\u0000\ud800 twice. ')).toBe('It failed twice.')
  const words = `${'no '.repeat(39)}xy`
  expect(quoted(`${words}yes, and more`)).toBe(`${words}y`)
  expect(quoted(`${words}🙂`)).toBe(words)
})
