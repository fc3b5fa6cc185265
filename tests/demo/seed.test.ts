import { expect, test } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { standsIn } from '@/lib/core/deadlines/law-basis'
import { awaitsClarification, isUnclarified } from '@/lib/core/derived/clarification'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { unreadSince } from '@/lib/core/request/unread'
import { seedDemo } from '@/lib/demo/seed'
import { situations } from '@/lib/demo/situations'
import { readRequest } from '@/lib/store/request/requests'
import { figureDays, readFigures } from '@/lib/store/usage/figures'
import { indicators } from '@/lib/usage-data/indicators/index'
import { staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, url } = await testDatabase()
testEnvironment(url)

async function everyRequest(): Promise<PrivacyRequest[]> {
  const rows = await db.request.findMany({ select: { reference: true } })
  const read = await Promise.all(rows.map(row => readRequest(system, row.reference)))
  return read.flatMap(mail => mail ?? [])
}
const sorted = (texts: Iterable<string>) => [...new Set(texts)].toSorted()

test('the demo has every type of the handbook, in every situation that the guides know', async () => {
  await seedDemo()
  const requests = await everyRequest()
  // One for whom no directory knows an account, and one that was opened for a ticket.
  expect(requests).toHaveLength(situations.length + 2)
  expect(sorted(requests.map(request => request.type))).toEqual([
    'data-access',
    'data-export',
    'deceased-deletion',
    'enterprise-deletion',
    'forum-deletion',
    'individual-deletion',
    'marketing-deletion',
    'marketing-opt-out',
    'objection',
    'portal-deletion',
    'rectification',
  ])
  const said = requests.flatMap(request => adviceFor(request).map(({ why }) => why.split(':')[0] ?? ''))
  expect(sorted(said)).toMatchInlineSnapshot(`
    [
      "Appeals and complaints",
      "Automated checks",
      "Blocked account",
      "Blocked or banned",
      "Clarification",
      "Documents Needed",
      "Duplicates",
      "Enterprise User",
      "Escalation to Privacy",
      "Exceptions block",
      "Export",
      "Fresh checks",
      "Holds",
      "Mail",
      "Objections",
      "Owner contact",
      "Owner’s decision",
      "Response windows",
      "Security review",
      "Somebody who acts for another",
      "Submission",
      "Tasks",
      "The person’s word comes first",
      "Verification questions",
      "Zendesk/cDot",
    ]
  `)
  expect(sorted(requests.map(request => request.outcome ?? 'open'))).toMatchInlineSnapshot(`
    [
      "embargoed",
      "fulfilled",
      "no-account",
      "no-authority",
      "no-permission",
      "not-controller",
      "not-verified",
      "open",
      "refused",
      "security-denied",
      "withdrawn",
    ]
  `)
  const ends = requests.map(request => `${request.type} ${request.outcome ?? request.state}`)
  expect(sorted(ends)).toMatchInlineSnapshot(`
    [
      "data-access fulfilled",
      "data-access not-controller",
      "data-access processing",
      "data-access verifying",
      "data-export embargoed",
      "data-export processing",
      "data-export submitted",
      "data-export verifying",
      "deceased-deletion no-authority",
      "deceased-deletion processing",
      "deceased-deletion verifying",
      "enterprise-deletion no-permission",
      "enterprise-deletion processing",
      "enterprise-deletion refused",
      "enterprise-deletion verifying",
      "forum-deletion fulfilled",
      "forum-deletion processing",
      "forum-deletion submitted",
      "individual-deletion checking",
      "individual-deletion fulfilled",
      "individual-deletion no-account",
      "individual-deletion not-verified",
      "individual-deletion processing",
      "individual-deletion security-denied",
      "individual-deletion submitted",
      "individual-deletion verifying",
      "individual-deletion withdrawn",
      "marketing-deletion fulfilled",
      "marketing-deletion processing",
      "marketing-opt-out fulfilled",
      "objection processing",
      "objection refused",
      "portal-deletion fulfilled",
      "portal-deletion processing",
      "rectification fulfilled",
      "rectification processing",
    ]
  `)
  const held = requests.flatMap(request =>
    request.holds.filter(hold => !hold.releasedAt).map(hold => hold.reason),
  )
  expect(sorted(held)).toMatchInlineSnapshot(`
    [
      "account-changed",
      "authority",
      "objection",
      "other",
      "subscription",
    ]
  `)
  const files = requests.flatMap(request => request.files.map(({ purpose, name }) => `${purpose} ${name}`))
  expect(sorted(files)).toMatchInlineSnapshot(`
    [
      "hand-over cdot-zendesk.csv",
      "proof Proof of authority - permission.pdf",
      "proof Proof of authority - will.pdf",
      "proof Proof of death - certificate.pdf",
    ]
  `)
  expect(await db.offChannel.count()).toBe(8)
  expect(requests.filter(({ lawBasis }) => standsIn(lawBasis)).map(({ country }) => country)).toContain('MV')
  expect(requests.filter(unreadSince).length).toBeGreaterThan(0)
  expect([requests.filter(awaitsClarification).length, requests.filter(isUnclarified).length]).toEqual([1, 1])
  expect(
    requests.flatMap(({ appeals }) => appeals.map(({ kind, answeredAt }) => [kind, answeredAt])),
  ).toEqual([['complaint', null]])
  expect(sorted(requests.map(({ actingAs }) => actingAs))).toEqual(['authorized-agent', 'parent', 'self'])
  expect(requests.flatMap(request => request.escalations.map(({ state }) => state)).toSorted()).toEqual([
    'answered',
    'open',
  ])

  const { of } = await readFigures(staffOf('admin'), indicators)
  for (const { key } of indicators) expect(of.get(key)?.at(-1)?.value, key).not.toBeUndefined()
  expect(of.get('pipelines-started')?.length).toBe(figureDays)
}, 180_000)
