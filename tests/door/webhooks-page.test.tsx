import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Deliveries } from '@/app/(desk)/settings/webhooks/delivery-table'
import { WebhookForm } from '@/app/(desk)/settings/webhooks/webhook-form'
import { WebhookTable } from '@/app/(desk)/settings/webhooks/webhook-table'
import { happeningTypes } from '@/lib/core/view/happenings'
import type { DeliveryRow } from '@/lib/store/webhooks/delivery-log'
import type { WebhookRow } from '@/lib/store/webhooks/webhooks'

const at = new Date('2026-03-01T12:00:00Z')
const shown = { now: at, timeZone: 'UTC' }
const webhook: WebhookRow = {
  id: 'w1',
  url: 'https://hooks.example/habeas',
  events: ['request.opened'],
  createdAt: at,
  waiting: 0,
  dead: 0,
  failingSince: null,
  lastType: null,
  lastState: null,
  lastProblem: null,
  lastAt: null,
}
const delivery: DeliveryRow = {
  id: 'd1',
  type: 'task.resolved',
  reference: 'PR-2222-3333',
  state: 'dead',
  attempts: 14,
  problem: 'http-503',
  createdAt: at,
  lastAt: at,
  nextAt: null,
}
const table = (more: Partial<WebhookRow>) =>
  renderToStaticMarkup(<WebhookTable webhooks={[{ ...webhook, ...more }]} chosen="w1" {...shown} />)
const log = (dead: DeliveryRow[], others: DeliveryRow[], next: string | null = null) =>
  renderToStaticMarkup(
    <Deliveries log={{ dead, others, next }} webhook={webhook} isFirstPage={true} {...shown} />,
  )

test('a webhook says in words how it is, dead letters first and counted', () => {
  expect(table({})).toContain('Nothing sent yet')
  expect(table({ lastState: 'delivered', lastAt: at })).toContain('All delivered')
  const troubled = table({ dead: 3, failingSince: at, waiting: 2, lastProblem: 'timeout' })
  for (const words of ['3 not delivered', 'Failing since', '2 on the way', 'No answer within 10 seconds'])
    expect(troubled).toContain(words)
})

test('what ended can be sent again, what is on its way can’t', () => {
  const page = log(
    [delivery],
    [
      { ...delivery, id: 'd2', state: 'delivered', problem: null },
      { ...delivery, id: 'd3', state: 'waiting', nextAt: at, problem: 'unreachable' },
      { ...delivery, id: 'd4', type: 'test', reference: null, state: 'waiting', attempts: 0, problem: null },
    ],
  )
  expect(page.match(/Send again/g)).toHaveLength(2)
  for (const words of [
    'Not delivered',
    'A task has ended',
    'It answered 503',
    'href="/requests/PR-2222-3333"',
    'The connection was refused or broke off',
    'Next try',
    'On its way',
    'A test',
  ])
    expect(page).toContain(words)
  expect(page.indexOf('value="d1"')).toBeLessThan(page.indexOf('value="d2"'))
})

test('an empty log says so, and a long one leads to what is older', () => {
  expect(log([], [])).toContain('Nothing sent yet')
  expect(log([], [delivery], '1_d1')).toContain('before=1_d1')
})

test('the form offers every event, in words and by its name', () => {
  const form = renderToStaticMarkup(<WebhookForm />)
  for (const type of happeningTypes) {
    expect(form).toContain(type)
    expect(form).toContain(`webhook~events.${type.replace('.', '-')}!bool`)
  }
})
