import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { can } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readFigures } from '@/lib/store/usage/figures'
import { readNotes } from '@/lib/store/usage/notes'
import { indicators } from '@/lib/usage-data/indicators/index'
import { Health, IndicatorChart, LastFigure, Notes, Target } from './indicator'
import { maturityName } from './labels'
import { UsageFrame } from './usage-frame'

export const metadata: Metadata = { title: 'Usage' }

const NOTES_EACH = 2

/** Performance indicators: all in one table, then each with its chart and what was written under it. Reads no event. */
export default async function UsagePage() {
  const { actor } = await requireStaff('/usage', 'see-indicators')
  const keys = indicators.map(indicator => indicator.key)
  const [{ of, minimum }, notes] = await Promise.all([
    readFigures(actor, indicators),
    readNotes(actor, keys, NOTES_EACH),
  ])
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const mayWrite = can(actor.role, 'write-indicators')
  const shown = indicators.map(indicator => ({
    indicator,
    minimum,
    figures: of.get(indicator.key) ?? [],
    notes: notes.filter(note => note.indicator === indicator.key),
  }))
  return (
    <UsageFrame
      role={actor.role}
      part="Indicators"
      title="Performance indicators"
      lead={`How our products are used, without knowing who. Figures of fewer than ${minimum} people are not shown.`}
    >
      {of.size === 0 && (
        <div className="mb-6">
          <EmptyState icon="chart-line" title="There are no figures yet">
            They appear a day after the first whole day that was counted. Point a tracker at this address, and
            see on the dictionary page which events are collected;{' '}
            <Link href="/usage/guidance" prefetch={false} className="link">
              the guidance
            </Link>{' '}
            says how to add one.
          </EmptyState>
        </div>
      )}
      <Table
        caption="Performance indicators"
        head={
          <>
            <Th>Indicator</Th>
            <Th>Owner</Th>
            <Th>Health</Th>
            <Th>Maturity</Th>
            <Th numeric>Last figure</Th>
            <Th>Target</Th>
          </>
        }
      >
        {shown.map(row => (
          <Tr key={row.indicator.key}>
            <Th scope="row" className="min-w-36">
              <Link href={`/usage/${row.indicator.key}`} prefetch={false} data-row-link="" className="link">
                {row.indicator.name}
              </Link>
            </Th>
            <Td>{row.indicator.owner}</Td>
            <Td>
              <Health health={row.notes[0]?.health} />
            </Td>
            <Td>{maturityName[row.indicator.maturity]}</Td>
            <Td numeric>
              <LastFigure {...row} />
            </Td>
            <Td>
              <Target {...row} />
            </Td>
          </Tr>
        ))}
      </Table>
      {shown.map(row => (
        <section
          key={row.indicator.key}
          aria-labelledby={`of-${row.indicator.key}`}
          className="mt-8 border-t border-line pt-5"
        >
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 id={`of-${row.indicator.key}`} className="text-lg">
              {row.indicator.name}
            </h2>
            <DeskButtonLink href={`/usage/${row.indicator.key}`} icon={mayWrite ? 'pencil' : 'arrow-right'}>
              {mayWrite ? 'Notes, and write one' : 'All notes'}
              <span className="sr-only">: {row.indicator.name}</span>
            </DeskButtonLink>
          </div>
          <IndicatorChart {...row} tableHref={`/usage/${row.indicator.key}#figures`} />
          {row.notes.length > 0 && (
            <div className="mt-4">
              <Notes notes={row.notes} now={now} timeZone={timeZone} />
            </div>
          )}
        </section>
      ))}
    </UsageFrame>
  )
}
