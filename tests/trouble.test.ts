import { writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { troubleOf } from '@/lib/trouble'

const coded = (code: string, more: object = {}) => Object.assign(new Error('failed'), { code, ...more })

test('a full disk is told, no matter who says so', async () => {
  const full = await writeFile('/dev/full', 'x').catch((error: unknown) => error)
  expect(troubleOf(full)).toBe('no-room')
  expect(troubleOf(coded('EDQUOT'))).toBe('no-room')
  expect(
    troubleOf(coded('P2010', { meta: { driverAdapterError: { cause: { originalCode: '53100' } } } })),
  ).toBe('no-room')
  expect(troubleOf(new Error('could not extend file "base/1/2": No space left on device'))).toBe('no-room')
})

test('a database that can’t be reached, or not now, passes', async () => {
  const refused = await new Promise(resolve => connect(1, '127.0.0.1').on('error', resolve))
  expect(troubleOf(refused)).toBe('not-now')
  for (const code of [
    'P1001',
    'P2024',
    'P2028',
    '08006',
    '53300',
    '55P03',
    '57014',
    '57P01',
    '57P03',
    '40P01',
  ])
    expect(troubleOf(coded(code)), code).toBe('not-now')
  expect(troubleOf(new Error('page', { cause: new Error('timeout exceeded when trying to connect') }))).toBe(
    'not-now',
  )
  expect(troubleOf(new AggregateError([coded('ECONNREFUSED')]))).toBe('not-now')
  expect(troubleOf(Object.assign(new Error('x'), { name: 'PrismaClientInitializationError' }))).toBe(
    'not-now',
  )
})

test('a fault of ours is none', () => {
  for (const code of ['P2002', 'P2003', 'P2025', '23505', '22P02', '42601', 'ENOENT', '0800', '08'])
    expect(troubleOf(coded(code)), code).toBeNull()
  for (const error of [new TypeError('x is not a function'), null, undefined, 'ENOSPC', 7])
    expect(troubleOf(error)).toBeNull()
  const circle: { cause?: unknown } = {}
  circle.cause = circle
  expect(troubleOf(circle), 'its own cause').toBeNull()
})
