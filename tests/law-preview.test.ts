import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LawPreview } from '@/components/desk/law-preview'

test('a change of clocks shows each due day in the time zone in which it was counted', () => {
  const dueOn = new Date('2026-12-26T07:59:59Z')
  const wouldBeDue = new Date('2026-12-12T07:59:59Z')
  const touched = (timeZone: string | null) => ({ reference: 'PR-1', dueOn, wouldBeDue, timeZone })
  const shown = (timeZone: string | null) =>
    renderToStaticMarkup(
      createElement(LawPreview, {
        changes: [],
        open: 1,
        lookedAt: 1,
        touched: [touched(timeZone)],
        now: new Date('2026-12-01T12:00:00Z'),
        timeZone: 'Europe/Amsterdam',
      }),
    )
  expect(shown('America/Los_Angeles')).toContain('25 Dec 2026')
  expect(shown('America/Los_Angeles')).toContain('11 Dec 2026')
  expect(shown(null)).toContain('26 Dec 2026')
})
