import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  DecidedRights,
  NobodyElse,
  WaitElsewhere,
  WaitingRights,
} from '@/app/(desk)/settings/rights/waiting-rights'
import { ActionProvider } from '@/components/request/form/action-provider'
import type { RightRow } from '@/lib/store/staff/rights'

const at = new Date('2026-03-01T12:00:00Z')
const shown = { now: at, timeZone: 'UTC' }
const right: RightRow = {
  id: 'r',
  kind: 'role',
  about: 'Finn',
  personId: 'finn',
  email: 'finn@cast.example',
  value: { from: 'forum-admin', to: 'privacy' },
  state: 'open',
  isOwn: false,
  isForSelf: false,
  proposedBy: 'Ada',
  proposedAt: at,
  decidedBy: null,
  decidedAt: null,
}
const page = (how: Partial<RightRow> = {}) =>
  renderToStaticMarkup(
    <ActionProvider action={async () => ({ form: '', id: 'x', ok: true, title: '', kept: [] })}>
      <WaitingRights rights={[{ ...right, ...how }]} {...shown} />
    </ActionProvider>,
  )

test('what waits says what it would give, and who may not apply it', () => {
  expect(page()).toContain('Sees every request, decides as Privacy')
  expect(page()).toContain('apply-right')
  expect(page({ isOwn: true })).toContain('You proposed it')
  expect(page({ isForSelf: true })).toContain('It is for you')
  for (const how of [{ isOwn: true }, { isForSelf: true }]) expect(page(how)).not.toContain('apply-right')
})

test('what was decided names both people, and no address', () => {
  const decided: RightRow = { ...right, state: 'withdrawn', decidedBy: 'Petra', decidedAt: at }
  const html = renderToStaticMarkup(<DecidedRights rights={[decided]} {...shown} />)
  expect(html).toMatch(/Ada.*Withdrawn by.*Petra/)
  expect(html).not.toContain('@')
})

test('where nobody else could apply it, the page leads to the command line', () => {
  expect(renderToStaticMarkup(<NobodyElse others={0} />)).toContain('staff add EMAIL --role admin')
  expect(renderToStaticMarkup(<NobodyElse others={1} />)).toBe('')
})

test('the pages where rights are proposed lead to what waits', () => {
  expect(renderToStaticMarkup(<WaitElsewhere waiting={0} />)).toBe('')
  expect(renderToStaticMarkup(<WaitElsewhere waiting={1} />)).toMatch(/A right waits.*\/settings\/rights/)
  expect(renderToStaticMarkup(<WaitElsewhere waiting={2} />)).toContain('2 rights wait')
})
