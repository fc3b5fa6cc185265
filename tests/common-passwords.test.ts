import { expect, test } from 'vitest'
import common from '@/lib/auth/common-passwords.json'
import { passwordProblem, SHORTEST } from '@/lib/auth/password'

const problem = (password: string) => passwordProblem(password, 'kim@staff.example')

test('at least the 3,000 commonest that would pass as long enough are known (ASVS 5.0, 6.2.4)', () => {
  const { passwords } = common
  expect(new Set(passwords).size).toBeGreaterThan(3000)
  const unreachable = passwords.filter(
    password => password.length < SHORTEST || password !== password.toLowerCase() || /\s/.test(password),
  )
  expect(unreachable).toEqual([])
})

test.each([
  '123qweasdzxc',
  '1QAZ2WSX3EDC',
  'q1w2e3r4t5y6',
  'Mailcreated5240',
  'cityofangels',
  'City Of Angels',
  'correct horse battery staple',
  'Manchester United',
  '\uff43ityofangels',
])('%s is one of the first to be tried', password => {
  expect(problem(password)).toContain('one of the first')
})

test.each(['lantern gravel otter', 'cityofangels and a heron', 'Zwölf graue Reiher'])(
  '%s is not',
  password => {
    expect(problem(password)).toBeNull()
  },
)
