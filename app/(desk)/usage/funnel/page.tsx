import type { Metadata } from 'next'
import type { Query } from '@/app/query'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { type FunnelAnswer, readFunnel } from '@/lib/store/usage/funnel'
import { fewestSteps, funnelOf, funnelWindows, mostSteps } from '@/lib/usage-data/figures/funnel'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'
import { numberWords } from '../labels'
import { UsageFrame } from '../usage-frame'

export const metadata: Metadata = { title: 'Funnel' }

const known = rolledEvents()
  .filter(event => event.namesUsers)
  .map(rolled => rolled.event)

const places = Array.from({ length: mostSteps }, (_, at) => at + 1)

const control = 'min-h-control rounded-md border border-line-strong bg-surface px-2 font-medium text-ink'
const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })

/** How many different users did one thing, then another after it. The query is kept in the address. */
export default async function FunnelPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/usage/funnel', 'see-indicators')
  const query = await searchParams
  const funnel = funnelOf(list(query.step), list(query.days)[0], known)
  const answer = await readFunnel(actor, funnel)
  return (
    <UsageFrame
      role={actor.role}
      part="Funnel"
      title="Funnel"
      lead="How many different people did one thing, then another after it. Counted over whole days of UTC, up to yesterday."
    >
      <form action="/usage/funnel" className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3">
        {places.map(place => (
          <label key={place} className="flex flex-col gap-1 text-sm text-ink-soft">
            Step {place}
            {place > fewestSteps && ' (optional)'}
            <select
              name="step"
              defaultValue={funnel.steps[place - 1] ?? ''}
              key={funnel.steps[place - 1] ?? ''}
              className={control}
            >
              <option value="">{place <= fewestSteps ? 'Choose' : 'None'}</option>
              {known.map(event => (
                <option key={event} value={event}>
                  {event}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label className="flex flex-col gap-1 text-sm text-ink-soft">
          Within
          <select name="days" defaultValue={String(funnel.days)} key={funnel.days} className={control}>
            {funnelWindows.map(days => (
              <option key={days} value={days}>
                {days} days
              </option>
            ))}
          </select>
        </label>
        <Button tone="primary">Count</Button>
      </form>
      <Answer answer={answer} />
    </UsageFrame>
  )
}

function Answer({ answer }: { answer: FunnelAnswer }) {
  if (answer === 'too-much')
    return (
      <Notice kind="warning" title="That is too much to count while you wait">
        Take fewer days or fewer steps.
      </Notice>
    )
  const { steps, minimum } = answer
  if (steps.length === 0)
    return (
      <EmptyState icon="filter" title="Choose two steps or more">
        For each step the people who got there would be here, and their share of those who began.
      </EmptyState>
    )
  return (
    <>
      <Table
        caption="People by step"
        focusable
        head={
          <>
            <Th>Step</Th>
            <Th numeric>People</Th>
            <Th numeric>Share of step 1</Th>
            <Th className="w-1/3">
              <span className="sr-only">Share, drawn</span>
            </Th>
          </>
        }
      >
        {steps.map(({ place, event, people, share }) => (
          <Tr key={place}>
            <Th scope="row">
              {place}. {event}
            </Th>
            <Td numeric>{people === null ? 'not shown' : numberWords(people)}</Td>
            <Td numeric>{share === null ? '–' : percent.format(share)}</Td>
            <Td>
              {share !== null && (
                <svg aria-hidden="true" className="h-3 w-full min-w-32 rtl:-scale-x-100">
                  <rect width={`${(share * 100).toFixed(1)}%`} height="100%" rx="2" className="fill-accent" />
                </svg>
              )}
            </Td>
          </Tr>
        ))}
      </Table>
      <p className="mt-3 max-w-measure text-sm text-ink-soft">
        A step is not shown where fewer than {minimum} people got there, or where its number would tell of
        fewer than {minimum} who didn’t.
      </p>
    </>
  )
}
