import { ccpaCsv } from '@/lib/core/view/ccpa-csv'
import { ccpaQuery } from '@/lib/core/view/ccpa-report'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { readCcpaReport } from '@/lib/store/request/ccpa-report'
import { leadTo } from '../../sign-in-again'

/** The yearly figures of the California regulations as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireStaff('/reports', 'see-reports')
  const asked = ccpaQuery.safeParse({ year: new URL(request.url).searchParams.get('year') ?? undefined })
  const report = asked.success && asked.data.year ? await readCcpaReport(actor, asked.data.year) : null
  if (!report) return leadTo('/reports#ccpa')
  return new Response(ccpaCsv(report), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ccpa-${report.year}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
