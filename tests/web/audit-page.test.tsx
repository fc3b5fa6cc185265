import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CoverageLine } from '@/app/(desk)/audit/coverage-line'
import { AuditAlarm } from '@/components/desk/audit-alarm'
import type { AuditCoverage } from '@/lib/store/audit/audit-coverage'

const now = new Date('2026-03-01T12:00:00Z')
const covered: AuditCoverage = { number: 812, at: now, uncovered: 0, oldest: null, isStale: false, now }
const shown = (more: Partial<AuditCoverage>) =>
  renderToStaticMarkup(<CoverageLine {...covered} {...more} timeZone="UTC" />)

test('the audit page says how far checkpoints go', () => {
  expect(shown({})).toMatch(/Signed by 812 checkpoints, the newest <time.*<\/time>\. <\/p>/)
  expect(shown({ number: 1, uncovered: 1 })).toContain('Signed by one checkpoint')
  expect(shown({ uncovered: 3 })).toContain('3 lines wait for the next.')
  expect(shown({ number: null, at: null })).toContain('No checkpoint covers this log yet.')
})

test('the alarm names what tells why', () => {
  expect(renderToStaticMarkup(<AuditAlarm />)).toContain('npm run habeas -- doctor')
})
