import { expect, test } from 'vitest'
import { LogBudget } from '@/lib/log-budget'

test('of a thousand lines of one kind in a minute, 300 are written, and the next minute says how many weren’t', () => {
  const budget = new LogBudget()
  const written = Array.from({ length: 1000 }, (_, at) =>
    budget.take(40, 'security: sent from elsewhere', at),
  )
  expect(written.filter(({ ok }) => ok)).toHaveLength(300)
  expect(budget.take(40, 'security: command denied', 1000)).toEqual({ ok: true, leftOut: 0 })
  expect(budget.take(50, 'security: sent from elsewhere', 1000)).toEqual({ ok: true, leftOut: 0 })
  expect(budget.take(40, 'security: sent from elsewhere', 60_000)).toEqual({ ok: true, leftOut: 700 })
  expect(budget.take(40, 'security: sent from elsewhere', 60_001)).toEqual({ ok: true, leftOut: 0 })
})

test('words that differ each time share a budget in the end', () => {
  const budget = new LogBudget()
  const written = Array.from({ length: 5000 }, (_, at) => budget.take(50, `${at} went wrong`, 0))
  expect(written.filter(({ ok }) => ok)).toHaveLength(500)
})
