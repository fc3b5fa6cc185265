'use client'

import { useActionState, useEffect } from 'react'
import { KeptText } from '@/components/request/form/kept-text'
import { forgetText } from '@/components/request/form/typed-storage'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorSummary, formErrors } from '@/components/ui/form/error-summary'
import { Select, TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'

/** One event as the page shows it. */
export interface JourneyRow {
  key: string
  at: string
  event: string
  where: string
}

export interface JourneyState {
  rows?: readonly JourneyRow[]
  more?: boolean
  fields?: Readonly<Record<string, string>>
  problem?: string
  /** Where the problem can be solved. */
  leadsTo?: { href: string; words: string }
  values?: Readonly<Record<string, string>>
}

interface JourneyFormProps {
  action: (state: JourneyState, form: FormData) => Promise<JourneyState>
  reasons: readonly { value: string; label: string }[]
  commandId: string
}

const kept = 'journey'

/** Asks whose journey and why, and shows it below. The pseudonym is never part of an address. */
export function JourneyForm({ action, reasons, commandId }: JourneyFormProps) {
  const [{ rows, more, fields = {}, problem, leadsTo, values = {} }, submit, pending] = useActionState(
    action,
    {},
  )
  const errors = formErrors(problem, fields)
  useEffect(() => {
    if (rows) forgetText(kept)
  }, [rows])
  return (
    <>
      <form action={submit} noValidate className="flex flex-col gap-4">
        <KeptText form={kept} done={rows && commandId} />
        <ErrorSummary key={JSON.stringify(errors)} errors={errors} />
        {leadsTo && (
          <p>
            <a href={leadsTo.href} className="link">
              {leadsTo.words}
            </a>
          </p>
        )}
        <input type="hidden" name="commandId" value={commandId} />
        <TextField
          name="pseudonym"
          label="Pseudonym"
          hint="As it was given to you. There is no list of them."
          autoComplete="off"
          unkept
          spellCheck={false}
          defaultValue={values.pseudonym}
          error={fields.pseudonym}
        />
        <Select
          key={`reason ${values.reason}`}
          name="reason"
          label="Why you need to look"
          empty="Choose"
          choices={reasons}
          defaultValue={values.reason}
          error={fields.reason}
        />
        <TextField
          name="ticket"
          label="Ticket or reference"
          hint="Such as #1234, OPS-77 or PR-4T7K-XM2B. It is written into the audit log, with your name and the reason."
          autoComplete="off"
          defaultValue={values.ticket}
          error={fields.ticket}
        />
        <Button tone="primary" aria-busy={pending} className="self-start">
          Log it and show the journey
        </Button>
      </form>
      {rows && (
        <section aria-label="Journey" aria-live="polite" className="mt-8">
          {rows.length === 0 ? (
            <EmptyState icon="footprints" title="There are no events under this pseudonym">
              They may be out of their time, erased, or made under another version of the key.
            </EmptyState>
          ) : (
            <>
              {more && <p className="mb-2 text-ink-soft">Older events are not shown.</p>}
              <Table
                caption="Events of one user, the oldest first"
                focusable
                head={
                  <>
                    <Th sort="ascending">When (UTC)</Th>
                    <Th>Event</Th>
                    <Th>Where</Th>
                  </>
                }
              >
                {rows.map(({ key, at, event, where }) => (
                  <Tr key={key}>
                    <Td className="whitespace-nowrap tabular-nums">{at}</Td>
                    <Td>{event}</Td>
                    <Td>
                      <bdi>{where}</bdi>
                    </Td>
                  </Tr>
                ))}
              </Table>
            </>
          )}
        </section>
      )}
    </>
  )
}
