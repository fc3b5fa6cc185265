import type { Metadata } from 'next'
import Link from 'next/link'
import { type Query, single } from '@/app/query'
import { historySentence } from '@/components/request/labels/history-labels'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/form/text-field'
import { PageHeading } from '@/components/ui/page-heading'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { auditCoverage } from '@/lib/store/audit/audit-coverage'
import { readAuditLog } from '@/lib/store/audit/audit-log'
import { readNames } from '@/lib/store/staff/staff'
import { readSystemNames } from '@/lib/store/systems/connected'
import { historyRows } from '../history'
import { CoverageLine } from './coverage-line'

export const metadata: Metadata = { title: 'Audit' }

const number = (text: string | undefined) => (text && /^\d{1,18}$/.test(text) ? BigInt(text) : undefined)

/** The audit log: who did what, when; as much of it as the role may see. */
export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/audit', 'see-audit')
  const query = await searchParams
  const scope = single(query.scope)?.trim().slice(0, 40) || undefined
  const { lines, next } = await readAuditLog(actor, { scope, before: number(single(query.before)) })
  const [names, systems] = await Promise.all([
    readNames(
      actor,
      lines.flatMap(line => line.actorId ?? []),
    ),
    readSystemNames(),
  ])
  const rows = lines.map(line => ({ ...line, history: historyRows([line], names, systems)[0] }))
  const all = actor.role === 'privacy' || actor.role === 'admin'
  const coverage = all ? await auditCoverage() : null
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const more = new URLSearchParams({ ...(scope && { scope }), before: String(next) })
  return (
    <>
      <PageHeading
        title="Audit"
        lead={all ? 'Everything that was done.' : 'What was done on the requests that you may see.'}
      />
      {coverage && <CoverageLine {...coverage} timeZone={timeZone} />}
      <form action="/audit" className="mb-4 flex flex-wrap items-end gap-2">
        <TextField
          name="scope"
          label="Reference"
          hint={all ? 'Or “organisation” for sign-ins, people and settings' : undefined}
          defaultValue={scope}
          autoComplete="off"
        />
        <Button>Filter</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState icon="scroll-text" title="No lines">
          {scope
            ? 'Nothing is known under this reference, or it isn’t for your role.'
            : 'Each act leaves one here.'}
        </EmptyState>
      ) : (
        <Table
          caption="Audit log"
          head={
            <>
              <Th sort="descending">When</Th>
              <Th>Where</Th>
              <Th>Who</Th>
              <Th>What</Th>
            </>
          }
        >
          {rows.map(({ id, at, reference, history }) => (
            <Tr key={String(id)}>
              <Td className="whitespace-nowrap">
                <DateText at={at} now={now} timeZone={timeZone} as="exact" />
              </Td>
              <Td className="whitespace-nowrap">
                {reference ? (
                  <Link
                    href={`/requests/${reference}/status`}
                    prefetch={false}
                    data-row-link=""
                    className="link tabular-nums"
                  >
                    {reference}
                  </Link>
                ) : (
                  'Organisation'
                )}
              </Td>
              <Td className="whitespace-nowrap">
                <bdi>{history?.who}</bdi>
              </Td>
              <Td>{history && historySentence(history)}</Td>
            </Tr>
          ))}
        </Table>
      )}
      {next !== null && (
        <p className="mt-3">
          <DeskButtonLink href={`/audit?${more}`} rel="next">
            Older
          </DeskButtonLink>
        </p>
      )}
    </>
  )
}
