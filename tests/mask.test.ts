import { expect, test } from 'vitest'
import { masked } from '@/components/ui/mask'

test('a covered address keeps one letter of each side and the ending', () => {
  expect(masked('robin@example.org')).toBe('r•••@e•••.org')
})
test('short and long values look alike', () => {
  expect(masked('jo')).toBe('j•••')
  expect(masked('jonathan-the-third')).toBe('j•••')
})
test('what is no address is covered whole', () => {
  expect(masked('@handle')).toBe('@•••')
  expect(masked('')).toBe('•••')
  expect(masked('李小龍')).toBe('李•••')
})
test('a domain without a dot shows nothing but its first letter', () => {
  expect(masked('root@localhost')).toBe('r•••@l•••')
})
