import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { CcpaKind, CcpaReport } from '@/lib/core/view/ccpa-report'

export const ccpaKindNames: Readonly<Record<CcpaKind, string>> = {
  delete: 'Delete',
  correct: 'Correct',
  know: 'Know',
  'opt-out': 'Opt out',
  limit: 'Limit use',
}

const places: Readonly<Record<CcpaReport['jurisdictions'][number]['jurisdiction'], string>> = {
  'US-CA': 'California',
  all: 'Everywhere',
}

/** The yearly figures of the California regulations, with the year to choose and the same as a file. */
export function CcpaFigures({ report }: { report: CcpaReport }) {
  const { year, jurisdictions } = report
  return (
    <section aria-labelledby="ccpa">
      <h2 id="ccpa" className="mb-2 text-lg">
        Requests under the California regulations, {year}
      </h2>
      <p className="mb-3 max-w-measure text-ink-soft">
        Section 7102 asks for these figures by calendar year, and for their publication by 1 July. Requests
        that nobody confirmed don’t count, unless they were refused. Median and mean are calendar days, from
        receipt to the answer.
      </p>
      <form method="get" action="/reports#ccpa" className="mb-4 flex flex-wrap items-end gap-3">
        <TextField name="year" label="Year" inputMode="numeric" defaultValue={String(year)} required />
        <Button>Show the year</Button>
        <a
          href={`/reports/ccpa?year=${year}`}
          className="link inline-flex min-h-control items-center"
          download
        >
          Download as CSV
        </a>
      </form>
      <div className="flex flex-col gap-6">
        {jurisdictions.map(({ jurisdiction, rows }) => (
          <Table
            key={jurisdiction}
            caption={`${places[jurisdiction]}: requests received in ${year}, by right`}
            focusable
            head={
              <>
                <Th>{places[jurisdiction]}</Th>
                <Th numeric>Received</Th>
                <Th numeric>In whole</Th>
                <Th numeric>In part</Th>
                <Th numeric>Denied</Th>
                <Th numeric>Not verifiable</Th>
                <Th numeric>Not covered</Th>
                <Th numeric>Exempt</Th>
                <Th numeric>Other</Th>
                <Th numeric>No answer</Th>
                <Th numeric>Median days</Th>
                <Th numeric>Mean days</Th>
              </>
            }
          >
            {rows.map(({ kind, received, whole, part, denied, deniedBecause, ...row }) => (
              <Tr key={kind}>
                <Th scope="row">{ccpaKindNames[kind]}</Th>
                <Td numeric>{received}</Td>
                <Td numeric>{whole}</Td>
                <Td numeric>{part}</Td>
                <Td numeric>{denied}</Td>
                <Td numeric>{deniedBecause.notVerifiable}</Td>
                <Td numeric>{deniedBecause.notAConsumer}</Td>
                <Td numeric>{deniedBecause.exempt}</Td>
                <Td numeric>{deniedBecause.other}</Td>
                <Td numeric>{row.withoutAnswer}</Td>
                <Td numeric>{row.medianDays ?? '–'}</Td>
                <Td numeric>{row.meanDays ?? '–'}</Td>
              </Tr>
            ))}
          </Table>
        ))}
      </div>
    </section>
  )
}
