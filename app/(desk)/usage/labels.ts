import type { Point } from '@/components/chart/line-chart'
import type { Meaning } from '@/components/ui/chip'
import type { Figure } from '@/lib/store/usage/figures'
import { figureDays } from '@/lib/store/usage/figures'
import type { IndicatorDefinition } from '@/lib/usage-data/definitions/definition'

export const healthName: Readonly<Record<number, { words: string; meaning: Meaning }>> = {
  3: { words: 'Okay', meaning: 'done' },
  2: { words: 'Attention', meaning: 'soon' },
  1: { words: 'Problem', meaning: 'overdue' },
  0: { words: 'Unknown', meaning: 'neutral' },
}

export const maturityName: Readonly<Record<IndicatorDefinition['maturity'], string>> = {
  definition: 'Defined',
  instrumentation: 'Being measured',
  'data-availability': 'Data is there',
  dashboard: 'On a chart',
  target: 'Has a target',
  complete: 'Complete',
}

/** "people within 28 days" */
export function measureWords({ measure }: Pick<IndicatorDefinition, 'measure'>): string {
  const what = measure.count === 'users' ? 'people' : 'number'
  return measure.over === 'day' ? `${what} a day` : `${what} within ${parseInt(measure.over, 10)} days`
}

const format = new Intl.NumberFormat('en-GB')
export const numberWords = (value: number): string => format.format(value)

type Target = IndicatorDefinition['target']

/** "at least 250", or nothing where there is no target. */
export function targetWords(target: Target): string {
  if (!target) return ''
  return 'atLeast' in target
    ? `at least ${format.format(target.atLeast)}`
    : `at most ${format.format(target.atMost)}`
}

export const targetValue = (target: NonNullable<Target>): number =>
  'atLeast' in target ? target.atLeast : target.atMost

/** Whether a figure is where it should be; null where nobody can say. */
export function targetMet(target: Target, value: number | null | undefined): boolean | null {
  if (!target || typeof value !== 'number') return null
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

export const tooFew = (minimum: number): string => `fewer than ${minimum}`

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
/** "November 2026" */
export const monthWords = (at: Date): string => month.format(at)

/** `2026-11` */
export const monthKey = (at: Date): string => at.toISOString().slice(0, 7)

const dayKey = (at: Date) => at.toISOString().slice(0, 10)

/** As many days as a chart shows, up to the last figure, with holes where there is none. */
export function pointsOf(figures: readonly Figure[]): Point[] {
  const last = figures.at(-1)
  if (!last) return []
  const byDay = new Map(figures.map(figure => [dayKey(figure.day), figure.value]))
  return Array.from({ length: figureDays }, (_, at) => {
    const day = dayKey(new Date(last.day.getTime() - (figureDays - 1 - at) * 86_400_000))
    return { day, value: byDay.get(day) }
  })
}
