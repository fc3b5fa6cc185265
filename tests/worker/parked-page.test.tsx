import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DueTable } from '@/app/(desk)/settings/jobs/due-table'
import type { ParkedTry } from '@/lib/store/database/due-tries'

const at = new Date('2026-03-01T12:00:00Z')
const parked = (more: Partial<ParkedTry>): ParkedTry => ({
  sweep: 'windows',
  id: 'w1',
  reference: 'PR-1',
  attempts: 10,
  problem: 'TypeError',
  refused: false,
  logId: '0b1c',
  since: at,
  nextTryAt: at,
  ...more,
})
const shown = (...tries: ParkedTry[]) =>
  renderToStaticMarkup(<DueTable tries={tries} now={at} timeZone="UTC" />)

test('what is due and keeps failing is shown in words, with the reason and a way to try it again', () => {
  const page = shown(
    parked({}),
    parked({ sweep: 'holds', id: 'h1', refused: true, problem: 'illegal-state' }),
  )
  for (const words of [
    'End of a response window',
    'href="/requests/PR-1"',
    'Failed: TypeError',
    'End of a hold',
    'Refused: Illegal state',
    '0b1c',
    'Try again',
    'value="retry-due"',
  ])
    expect(page).toContain(words)
})

test('what no sweep of this version knows, and what belongs to no request, is shown all the same', () => {
  const page = shown(
    parked({ sweep: 'of-another-version', reference: null, logId: null }),
    parked({ sweep: 'parts', id: 'form drafts', reference: null }),
    parked({ sweep: 'toString', id: 'x' }),
  )
  expect(page).toContain('Of another version')
  expect(page).toContain('Regular work: form drafts')
  expect(page).toContain('ToString')
})
