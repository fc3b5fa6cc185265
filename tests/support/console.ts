import { afterEach, beforeEach, expect } from 'vitest'

// A test that makes the product complain on the console has found something, whatever else it asserts.
const original = console.error
let complaints: string[] = []

beforeEach(() => {
  complaints = []
  console.error = (...words: unknown[]) => {
    complaints.push(words.map(String).join(' '))
    original(...words)
  }
})

afterEach(() => {
  console.error = original
  expect(complaints, 'console.error was called').toEqual([])
})
