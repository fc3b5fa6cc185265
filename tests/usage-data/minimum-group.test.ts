import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { saveMinimumGroup } from '@/lib/door/usage/minimum-group'
import { readSetting } from '@/lib/store/settings/settings'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

const { sql, url } = await testDatabase()
testEnvironment(url)
const told = async () => await sql<{ title: string }>(`select title from usage_change where kind = 'policy'`)

test('Privacy sets how few people are not shown, and people are told', async () => {
  expect(await readSetting('minimum-group')).toBe(5)
  expect(await saveMinimumGroup(staffOf('privacy'), { minimum: '12' }, randomUUID())).toEqual({ ok: true })
  expect(await readSetting('minimum-group')).toBe(12)
  expect(await told()).toEqual([{ title: 'Figures of fewer than 12 people are not shown' }])
  // Saying the same again is no news.
  expect(await saveMinimumGroup(staffOf('privacy'), { minimum: 12 }, randomUUID())).toEqual({ ok: true })
  expect(await told()).toHaveLength(1)
})

test('a group of one is a person, and only Privacy decides', async () => {
  for (const minimum of ['1', '0', '-3', '', '2.5', 'few', '5000'])
    expect(await saveMinimumGroup(staffOf('privacy'), { minimum }, randomUUID())).toMatchObject({
      ok: false,
      reason: 'invalid-input',
    })
  expect(await saveMinimumGroup(staffOf('admin'), { minimum: '9' }, randomUUID())).toMatchObject({
    reason: 'not-allowed',
  })
  expect(await readSetting('minimum-group')).toBe(12)
})
