import { describe, expect, test } from 'vitest'
import { readCcpaReport } from '@/lib/store/request/ccpa-report'
import { readReport } from '@/lib/store/request/reports'
import { databaseEvents } from '@/lib/store/usage/database-events'
import { metricFigure } from '@/lib/store/usage/metric-queries'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { db, sql, staff } = world
const priya = staff('privacy')

interface End {
  outcome: string
  /** Days from receipt to the end. */
  closed: number
  /** Days from receipt to the answer, where it has one. */
  answered?: number
  due?: number
  isConfirmed?: boolean
}
const ends: readonly End[] = [
  { outcome: 'unconfirmed', closed: 7, due: 3, isConfirmed: false },
  { outcome: 'withdrawn', closed: 40 },
  { outcome: 'duplicate', closed: 40 },
  { outcome: 'refused', closed: 2, answered: 2, isConfirmed: false },
  { outcome: 'fulfilled', closed: 10, answered: 10 },
  { outcome: 'already-deleted', closed: 30, answered: 30 },
  // Handed over in time, and closed later.
  { outcome: 'fulfilled', closed: 40, answered: 20 },
  { outcome: 'not-verified', closed: 40, answered: 40 },
]
for (const { outcome, closed, answered, due = 31, isConfirmed = true } of ends) {
  const reference = await world.submit(await world.account())
  const after = (days: number) => new Date(Date.UTC(2019, 2, 1 + days, 12))
  await sql(
    `update request set received_at = $2, due_on = $3, closed_at = $4, responded_at = $5, confirmed_at = $6,
       state = 'closed', outcome = $7, response = $8 where reference = $1`,
    [
      reference,
      after(0),
      after(due),
      after(closed),
      answered === undefined ? null : after(answered),
      isConfirmed ? after(0) : null,
      outcome,
      answered === undefined ? null : 'whole',
    ],
  )
}

const everything = { from: null, until: null }
const month = async () => (await readReport(priya, '2019-03')).months.find(row => row.month === '2019-03')
const metric = async (name: string) => await metricFigure(name, everything, db)
const expected = { received: 8, closed: 8, answered: 5, inTime: 4, medianDays: 20 }

describe('one definition of an answer', () => {
  test('holds in the monthly report: unconfirmed, withdrawn and duplicate ones have none', async () => {
    expect(await month()).toMatchObject(expected)
  })
  test('holds in the yearly figures of California’s regulations', async () => {
    const report = await readCcpaReport(priya, 2019)
    const row = report?.jurisdictions
      .find(({ jurisdiction }) => jurisdiction === 'all')
      ?.rows.find(({ kind }) => kind === 'delete')
    expect(row).toMatchObject({ whole: 5, medianDays: 20, withoutAnswer: 2 })
  })
  test('holds in the figures of the ping', async () => {
    expect(await metric('requests answered')).toBe(5)
    expect(await metric('requests answered in time')).toBe(4)
    expect(await metric('median days')).toBe(20)
    expect(await metric('requests closed')).toBe(8)
  })
  test('holds in the indicator of late answers', async () => {
    const late = databaseEvents['requests-closed-late']
    const days = late && (await db.$queryRaw(late(new Date('2019-01-01'), new Date('2019-12-31'))))
    expect(days).toEqual([{ day: new Date('2019-04-10'), count: 1 }])
  })
  test('still holds once the records of the answers have been erased', async () => {
    await sql(`update request set response = null, ground = null where outcome <> 'fulfilled'`)
    await sql(`update request set responded_at = null where responded_at = closed_at`)
    expect(await month()).toMatchObject(expected)
    expect(await metric('requests answered')).toBe(5)
  })
  test('tells no median over fewer than five answers', async () => {
    await sql(`update request set outcome = 'withdrawn' where outcome = 'refused'`)
    expect(await metric('requests answered')).toBe(4)
    expect(await metric('median days')).toBeNull()
  })
})
