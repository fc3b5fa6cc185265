import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FieldList } from '@/components/public/field-list'
import { StandingChip } from '@/components/public/standing-chip'
import { UsagePages } from '@/components/public/usage-pages'
import { DateText } from '@/components/ui/date-text'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { readDictionary, type Standing } from '@/lib/door/usage/dictionary'
import { env } from '@/lib/env'

export const metadata: Metadata = {
  title: 'Dictionary of usage data',
  description: 'Every kind of event that may be collected, with what happens to each of its fields.',
  robots: { index: true, follow: true },
}

interface EntryProps {
  name: string
  standing: Standing
  announcedAt: Date | null
  description?: string
  children?: ReactNode
}

function Entry({ name, standing, announcedAt, description, children }: EntryProps) {
  return (
    <section id={name} className="scroll-mt-4 border-b border-line py-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-mono text-base break-words">
          <bdi>{name}</bdi>
        </h3>
        <StandingChip standing={standing} />
        {announcedAt && (
          <span className="text-sm text-ink-soft">
            announced{' '}
            <DateText at={announcedAt} now={systemClock.now()} timeZone={env().orgTimeZone} as="day" />
          </span>
        )}
      </div>
      {description && <p className="mt-1 max-w-measure">{description}</p>}
      {children}
    </section>
  )
}

const kept = (months: number) => (months === 1 ? '1 month' : `${months} months`)

/** What is collected, generated from the definitions that the collector works by. */
export default async function DictionaryPage() {
  const { events, contexts, protocol, metrics } = await readDictionary()
  return (
    <>
      <UsagePages current="/usage-data/dictionary" />
      <PageHeading
        title="Dictionary of usage data"
        lead="Generated from the definitions that the collector works by. What isn’t here is refused; a field without a line here is dropped."
      />
      <h2 className="mt-8 mb-2 text-xl">Events</h2>
      {events.map(event => (
        <Entry key={event.action} name={event.action} {...event}>
          <p className="mt-1 text-sm text-ink-soft">
            {event.from}. Kept for {kept(event.keptMonths)}. Answered for by {event.owner}.{' '}
            {event.identifiers.length > 0
              ? `It may carry the ${event.identifiers.map(id => (id === 'user' ? 'code of the user' : `number of the ${id}`)).join(', the ')}.`
              : 'It carries no ids.'}
          </p>
          {event.fields.length > 0 && (
            <div className="mt-3">
              <FieldList label={`Fields of ${event.action}`} fields={event.fields} />
            </div>
          )}
        </Entry>
      ))}
      <h2 className="mt-12 mb-2 text-xl">Contexts</h2>
      <p className="max-w-measure text-ink-soft">
        What may travel with any event. Other contexts are dropped.
      </p>
      {contexts.map(context => (
        <Entry key={context.schema} name={context.schema} {...context}>
          <div className="mt-3">
            <FieldList label={`Fields of ${context.schema}`} fields={context.fields} />
          </div>
        </Entry>
      ))}
      <h2 className="mt-12 mb-2 text-xl">What every event carries</h2>
      <Entry
        name="Fields of the tracker protocol"
        standing={protocol.standing}
        announcedAt={protocol.announcedAt}
        description="The short names are the protocol’s own."
      >
        <div className="mt-3">
          <FieldList label="Fields of the tracker protocol" fields={protocol.fields} />
        </div>
      </Entry>
      <h2 className="mt-12 mb-2 text-xl">Figures of the Service Ping</h2>
      <p className="max-w-measure text-ink-soft">
        A weekly list of counts of this installation. Figures of few people are left out.
      </p>
      {metrics.map(metric => (
        <Entry key={metric.keyPath} name={metric.keyPath} {...metric}>
          <p className="mt-1 text-sm text-ink-soft">
            {metric.from}, over {metric.over}.
          </p>
        </Entry>
      ))}
    </>
  )
}
