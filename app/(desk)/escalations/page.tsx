import type { Metadata } from 'next'
import Link from 'next/link'
import { type Query, single } from '@/app/query'
import { ActionProvider } from '@/components/request/form/action-provider'
import { stateName, typeTitle } from '@/components/request/labels/labels'
import { EscalationText, RelatedIssue } from '@/components/request/panels/escalations'
import { StepForm } from '@/components/request/step/step-form'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { daysFrom, dayWords } from '@/components/ui/date-labels'
import { DueChip } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import { systemClock } from '@/lib/clock'
import { escalationSteps } from '@/lib/core/advice/guides/escalated'
import { requestCommands } from '@/lib/core/commands/index'
import { zoneOf } from '@/lib/core/deadlines/days'
import { escalationIssue } from '@/lib/core/machine/proceedings/escalation-issue'
import { mayRun } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { type EscalationRow, readEscalations } from '@/lib/store/request/escalations'
import { readNames } from '@/lib/store/staff/staff'
import { act } from '../requests/[reference]/actions'

export const metadata: Metadata = { title: 'Escalations' }

/** "3 days" since it was asked. */
const age = (askedAt: Date, now: Date, timeZone: string) => {
  const days = -daysFrom(now, askedAt, timeZone)
  return days === 0 ? 'Asked today' : days === 1 ? 'Open for 1 day' : `Open for ${days} days`
}

/** Questions to Privacy: the open ones, the oldest first; and those that were answered. */
export default async function EscalationsPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/escalations', 'see-escalations')
  const query = await searchParams
  const open = single(query.view) !== 'answered'
  const { items, next } = await readEscalations(actor, { open, after: single(query.after) })
  const names = await readNames(
    actor,
    items.flatMap(({ askedById, answeredById }) => [askedById, answeredById]).filter(id => id !== null),
  )
  const shown = { names, now: systemClock.now(), timeZone: env().orgTimeZone }
  const privacy = mayRun(actor, requestCommands.get('answer-escalation')?.who ?? [])
  return (
    <>
      <PageHeading
        title="Escalations"
        lead="Questions to Privacy. The legal clock of each request keeps running."
      />
      <Tabs
        label="Views"
        tabs={[
          { href: '/escalations', label: 'Open', current: open },
          { href: '/escalations?view=answered', label: 'Answered', current: !open },
        ]}
      />
      <div className="mt-4">
        <ActionProvider action={act}>
          {items.length === 0 ? (
            <EmptyState
              icon="message-circle-question-mark"
              title={open ? 'No question is open' : 'No question was answered yet'}
            >
              {open
                ? 'A question appears here when somebody chooses “Escalate to Privacy” on a request.'
                : 'Questions with their answers stay here.'}
            </EmptyState>
          ) : (
            <ul className="flex flex-col gap-4">
              {items.map(row => (
                <li key={row.id} className="max-w-4xl rounded-lg border border-line bg-surface p-4">
                  <Question row={row} mayAnswer={privacy} {...shown} />
                </li>
              ))}
            </ul>
          )}
        </ActionProvider>
      </div>
      {next && (
        <p className="mt-3">
          <DeskButtonLink href={`/escalations?${open ? '' : 'view=answered&'}after=${next}`} rel="next">
            Later in the list
          </DeskButtonLink>
        </p>
      )}
    </>
  )
}

interface QuestionProps {
  row: EscalationRow
  mayAnswer: boolean
  names: ReadonlyMap<string, string>
  now: Date
  timeZone: string
}

function Question({ row, mayAnswer, names, now, timeZone }: QuestionProps) {
  const { reference, version, type, requestState: state, dueOn } = row
  const open = row.state === 'open'
  const link = `${env().appUrl}/requests/${reference}/details`
  const words = { link, day: (at: Date, zone = timeZone) => dayWords(at, zone) }
  const counted = zoneOf(row, timeZone)
  return (
    <article aria-labelledby={`about-${row.id}`}>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={`about-${row.id}`} className="font-semibold">
          <Link href={`/requests/${reference}/details`} prefetch={false} className="link tabular-nums">
            {reference}
          </Link>
        </h2>
        <span>{typeTitle(type)}</span>
        <span className="text-ink-soft">{stateName(state, type)}</span>
        <DueChip dueAt={dueOn} now={now} timeZone={counted} closed={state === 'closed'} />
        {open && <span className="font-medium">{age(row.askedAt, now, timeZone)}</span>}
      </div>
      <EscalationText escalation={row} names={names} now={now} timeZone={timeZone} />
      {open && (
        <>
          <div className="mt-3 flex flex-wrap items-start gap-2">
            {mayAnswer ? (
              escalationSteps.map((step, at) => (
                <StepForm
                  key={step.command}
                  on={{ reference, version }}
                  step={step}
                  primary={at === 0}
                  of={row.id}
                />
              ))
            ) : (
              <Button unavailableBecause="Privacy does this.">Answer</Button>
            )}
          </div>
          <RelatedIssue
            text={escalationIssue({ reference, type, state, dueOn, timeZone: counted }, row, words).text}
          />
        </>
      )}
    </article>
  )
}
