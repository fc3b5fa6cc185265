import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { retained, retentionDays, withoutPersonalData } from '@/lib/core/settings/retention'

const folder = 'prisma/schema'
const models = readdirSync(folder)
  .flatMap(file => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^model (\w+) \{/gm)])
  .map(([, name = '']) => name)

test('every model of the database has a rule for when it leaves, or a reason why it may stay', () => {
  expect(models.length).toBeGreaterThan(35)
  expect([...Object.keys(retained), ...Object.keys(withoutPersonalData)].sort()).toEqual(models.sort())
})

test('kept for: unconfirmed 30 days, proofs 30, packages 14, content 365', () => {
  expect(retentionDays.parse({})).toEqual({ unconfirmed: 30, proofs: 30, packages: 14, content: 365 })
})

test('a package is never kept shorter than its download was promised', () => {
  expect(retentionDays.safeParse({ packages: 13 }).success).toBe(false)
})
