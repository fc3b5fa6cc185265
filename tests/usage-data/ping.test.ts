import { describe, expect, test } from 'vitest'
import { metricQueryNames } from '@/lib/store/usage/metric-queries'
import type { MetricDefinition } from '@/lib/usage-data/definitions/definition'
import { events } from '@/lib/usage-data/events'
import { type Figure, figurePath, pingDocument } from '@/lib/usage-data/figures/ping'
import { countedWeekEnds, databaseSpan, weekBegins } from '@/lib/usage-data/figures/ping-windows'
import { metrics } from '@/lib/usage-data/metrics'

const head = {
  uuid: 'u',
  hostname: 'privacy.example',
  recorded_at: '2026-11-22T02:00:00.000Z',
  idempotency_key: 'u:2026-11-16',
}
const metric = (change: Partial<MetricDefinition> = {}): MetricDefinition => ({
  keyPath: 'counts.things',
  description: 'Things.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests received' },
  ...change,
})

describe('the document', () => {
  test('has each figure at its place, by its time frame', () => {
    const figures = new Map([
      ['counts.things', 30],
      ['counts.things_monthly', 20],
      ['counts.things_weekly', 10],
    ])
    expect(pingDocument(head, [metric()], figures)).toEqual({
      ...head,
      counts: { things: 30, things_monthly: 20, things_weekly: 10 },
    })
  })
  test('says −1 for what failed, −1000 for what is removed, nothing for too few people', () => {
    const three = [
      metric({ timeFrames: ['all'] }),
      metric({ keyPath: 'counts.old', status: 'removed', timeFrames: ['7d'] }),
      metric({ keyPath: 'counts.broken', status: 'broken', timeFrames: ['all'] }),
      metric({ keyPath: 'users', timeFrames: ['all'] }),
      metric({ keyPath: 'counts.missing', timeFrames: ['all'] }),
    ]
    const figures = new Map<string, Figure>([
      ['counts.things', 'failed'],
      ['counts.broken', 7],
      ['users', null],
    ])
    expect(pingDocument(head, three, figures)).toEqual({
      ...head,
      counts: { things: -1, old_weekly: -1000, broken: -1, missing: -1 },
      users: null,
    })
  })
  test('has a dozen figures and more, each at a place of its own, and none that names anybody', () => {
    const paths = metrics.flatMap(metric => metric.timeFrames.map(frame => figurePath(metric, frame)))
    expect(new Set(paths).size).toBe(paths.length)
    expect(metrics.length).toBeGreaterThan(20)
    expect(paths.filter(path => /name|mail|licensee|company|address/.test(path))).toEqual([])
  })
  test('asks only for what there is, and marks what counts people', () => {
    for (const { keyPath, source, countsPeople, timeFrames } of metrics) {
      if (source.data === 'database') expect(metricQueryNames, keyPath).toContain(source.query)
      if (source.data !== 'events') continue
      expect(events.map(event => event.action)).toContain(source.event)
      expect([keyPath, countsPeople ?? false]).toEqual([keyPath, source.count === 'users'])
      if (source.count === 'users') expect(timeFrames, keyPath).not.toContain('all')
    }
  })
})

describe('the time that figures speak of', () => {
  const now = new Date('2026-11-22T02:00:00Z')
  test('ends two days ago for what the database counts', () => {
    expect(databaseSpan('7d', now)).toEqual({
      from: new Date('2026-11-13T02:00:00Z'),
      until: new Date('2026-11-20T02:00:00Z'),
    })
    expect(databaseSpan('28d', now).from).toEqual(new Date('2026-10-23T02:00:00Z'))
    expect(databaseSpan('all', now)).toEqual({ from: null, until: null })
  })
  test('ends with the last whole week that is surely counted, for events', () => {
    const ends = (day: string) => countedWeekEnds(new Date(day)).toISOString().slice(0, 10)
    // 22 November 2026 is a Sunday; its day is counted when Monday is over, too.
    expect(ends('2026-11-22T23:59:59Z')).toBe('2026-11-15')
    expect(ends('2026-11-23T12:00:00Z')).toBe('2026-11-15')
    expect(ends('2026-11-24T23:59:59Z')).toBe('2026-11-15')
    expect(ends('2026-11-25T00:00:00Z')).toBe('2026-11-22')
    expect(ends('2026-11-30T12:00:00Z')).toBe('2026-11-22')
    expect(weekBegins(now)).toEqual(new Date('2026-11-16T00:00:00Z'))
  })
})
