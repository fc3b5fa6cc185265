import { expect, test } from 'vitest'
import { adviceFor } from '@/lib/core/next-step'
import { seedDemo } from '@/lib/demo/seed'
import { readRequest } from '@/lib/store/requests'
import { figureDays, readFigures } from '@/lib/store/usage/figures'
import { indicators } from '@/lib/usage-data/indicators/index'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, url } = await testDatabase()
testEnvironment(url)

test('the demo has each situation of an individual deletion on the queue', async () => {
  await seedDemo()
  const rows = await db.request.findMany({ select: { reference: true, outcome: true } })
  const said = new Set<string>()
  for (const { reference } of rows) {
    const request = await readRequest({ kind: 'system' }, reference)
    for (const advice of request ? adviceFor(request) : []) said.add(advice.why.split(':')[0] ?? '')
  }
  expect([...said].toSorted()).toMatchInlineSnapshot(`
    [
      "Automated checks",
      "Blocked account",
      "Blocked or banned",
      "Deletion",
      "Duplicates",
      "Enterprise User",
      "Exceptions block",
      "Holds",
      "Mail",
      "Response windows",
      "Security review",
      "Submission",
      "Verification questions",
      "Zendesk/cDot",
    ]
  `)
  expect([...new Set(rows.map(row => row.outcome))].toSorted()).toMatchInlineSnapshot(`
    [
      "fulfilled",
      "no-account",
      "not-verified",
      null,
      "refused",
      "security-denied",
      "withdrawn",
    ]
  `)

  const actor = { kind: 'staff', id: 'somebody', role: 'admin', via: 'browser' } as const
  const { of } = await readFigures(actor, indicators)
  for (const { key } of indicators) expect(of.get(key)?.at(-1)?.value, key).not.toBeUndefined()
  expect(of.get('pipelines-started')?.length).toBe(figureDays)
}, 180_000)
