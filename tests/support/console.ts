import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'

// A test that makes the product complain on the console has found something, even if all its assertions pass.
const original = console.error
let complaints: string[] = []
// Node warns once a process, so a warning counts for the test that runs when it comes.
let warnings: string[] = []
process.on('warning', ({ name, message }) => {
  if (name === 'DeprecationWarning') warnings.push(message)
})

beforeEach(() => {
  complaints = []
  warnings = []
  console.error = (...words: unknown[]) => {
    complaints.push(words.map(String).join(' '))
    original(...words)
  }
})

afterEach(() => {
  console.error = original
  expect(complaints, 'console.error was called').toEqual([])
  expect(warnings, 'something deprecated was used').toEqual([])
})

// Unit tests share a process: an environment that a file sets for itself ends with it.
afterAll(() => {
  vi.unstubAllEnvs()
})
