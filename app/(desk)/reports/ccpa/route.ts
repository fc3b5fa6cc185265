import { csvCell } from '@/lib/core/account/csv-cell'
import { ccpaQuery } from '@/lib/core/view/ccpa-report'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { readCcpaReport } from '@/lib/store/request/ccpa-report'

const columns = [
  'jurisdiction',
  'right',
  'received',
  'complied_in_whole',
  'complied_in_part',
  'denied',
  'denied_not_verifiable',
  'denied_not_a_consumer',
  'denied_exempt',
  'denied_other',
  'without_answer',
  'median_days',
  'mean_days',
]

/** The yearly figures of the California regulations as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireStaff('/reports', 'see-reports')
  const asked = ccpaQuery.safeParse({ year: new URL(request.url).searchParams.get('year') ?? undefined })
  const report = asked.success && asked.data.year ? await readCcpaReport(actor, asked.data.year) : null
  if (!report) return new Response('Which year?', { status: 400 })
  const lines = report.jurisdictions.flatMap(({ jurisdiction, rows }) =>
    rows.map(
      ({ kind, received, whole, part, denied, deniedBecause, withoutAnswer, medianDays, meanDays }) => {
        const { notVerifiable, notAConsumer, exempt, other } = deniedBecause
        const figures = [
          received,
          whole,
          part,
          denied,
          notVerifiable,
          notAConsumer,
          exempt,
          other,
          withoutAnswer,
        ]
        return [jurisdiction, kind, ...figures, medianDays ?? '', meanDays ?? '']
      },
    ),
  )
  const body = [columns, ...lines].map(line => line.map(cell => csvCell(String(cell))).join(',')).join('\r\n')
  return new Response(`${body}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ccpa-${report.year}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
