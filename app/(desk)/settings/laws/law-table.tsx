import Link from 'next/link'
import { confidenceWords } from '@/components/request/labels/confidence'
import { Chip } from '@/components/ui/chip'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { dayInWords, parseDay } from '@/lib/core/deadlines/days'
import type { Law } from '@/lib/core/deadlines/law'
import { clockWords, pauseWords, rollWords } from '@/lib/core/deadlines/law-labels'

/** Each law: where it holds, what its clocks do, where one complains, and how we know. */
export function LawTable({ laws }: { laws: readonly Law[] }) {
  return (
    <Table
      caption="Laws and their clocks"
      focusable
      head={
        <>
          <Th>Law</Th>
          <Th>Where</Th>
          <Th>What it does</Th>
          <Th>Sources</Th>
        </>
      }
    >
      {laws.map(law => (
        <Tr key={law.id}>
          <Th scope="row" className="max-w-48 align-top">
            <Link
              href={`/settings/laws/${law.id}`}
              prefetch={false}
              data-row-link=""
              className="link font-medium"
            >
              {law.name}
            </Link>
            <span className="block text-xs font-normal text-ink-soft">
              {law.id}, checked on {dayInWords(parseDay(law.checkedOn))}
            </span>
            {law.effectiveFrom && (
              <span className="block text-xs font-normal text-ink-soft">From {law.effectiveFrom}</span>
            )}
            {law.effectiveTo && (
              <span className="block text-xs font-normal text-ink-soft">Until {law.effectiveTo}</span>
            )}
          </Th>
          <Td sentences className="max-w-40 align-top text-ink-soft">
            {law.regions.join(' ')}
          </Td>
          <Td sentences className="align-top">
            {law.override && <Chip meaning="soon">Set by Privacy, version {law.override.version}</Chip>}
            <ul className="flex flex-col gap-0.5">
              {law.clocks.map(clock => (
                <li key={clock.actions.join()} className="first-letter:uppercase">
                  {clockWords(clock)}
                </li>
              ))}
              {law.override?.original.map(clock => (
                <li key={`own ${clock.actions.join()}`} className="text-ink-soft">
                  The law’s entry: {clockWords(clock)}
                </li>
              ))}
              <li className="text-ink-soft">
                {rollWords(law)}. {pauseWords(law)}.
              </li>
              <li className="text-ink-soft">Complaint: {law.complaint}</li>
            </ul>
          </Td>
          <Td sentences className="max-w-72 align-top">
            <ul className="flex flex-col gap-1">
              {law.sources.map(({ text, confidence }) => (
                <li key={text}>
                  <Chip meaning={confidence === 'recalled' ? 'soon' : 'neutral'}>
                    {confidenceWords[confidence]}
                  </Chip>{' '}
                  {text}
                </li>
              ))}
            </ul>
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
