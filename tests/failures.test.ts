import { expect, test } from 'vitest'
import { failuresOfBrowser, failuresOfVitest } from '../scripts/failures.mjs'

test('a failed test is told with its file, its name and why; one that passed is not', () => {
  const report = {
    testResults: [
      {
        name: '/house/tests/door/limits.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'a limit counts', status: 'passed' },
          {
            fullName: 'a limit ends',
            status: 'failed',
            failureMessages: [
              '\u001b[31mAssertionError\u001b[39m: expected 1 to be 2\n\n    at assert (/house/node_modules/chai.js)\n    at limits',
            ],
          },
        ],
      },
    ],
  }
  expect(failuresOfVitest(report, '/house')).toEqual([
    'tests/door/limits.test.ts › a limit ends\n      AssertionError: expected 1 to be 2\n          at limits',
  ])
})

test('a file that breaks before its first test is told', () => {
  const broken = {
    name: '/house/tests/a.test.ts',
    status: 'failed',
    message: 'No such module',
    assertionResults: [],
  }
  expect(failuresOfVitest({ testResults: [broken] }, '/house')).toEqual([
    'tests/a.test.ts\n      No such module',
  ])
})

test('a failed browser test is told below its group, and so is what broke outside any', () => {
  const failed = {
    title: 'comes back',
    ok: false,
    tests: [{ results: [{ errors: [{ message: 'not visible' }] }] }],
  }
  const held = { title: 'stays', ok: true, tests: [{ results: [{}] }] }
  const report = {
    suites: [{ title: 'typed.spec.ts', suites: [{ title: 'a letter', specs: [held, failed] }] }],
    errors: [{ message: 'no browser' }],
  }
  expect(failuresOfBrowser(report)).toEqual([
    'typed.spec.ts › a letter › comes back\n      not visible',
    'outside any test\n      no browser',
  ])
})

test('of a long message, the first lines are told and the rest counted', () => {
  const message = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n')
  const [failure = ''] = failuresOfBrowser({ suites: [], errors: [{ message }] })
  expect(failure.split('\n')).toHaveLength(12)
  expect(failure).toMatch(/line 9\n {6}… 20 more lines above$/)
})
