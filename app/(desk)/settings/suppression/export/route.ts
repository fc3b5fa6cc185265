import { instant } from '@/app/(desk)/instant'
import { csvCell } from '@/lib/core/account/csv-cell'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { readSuppressed } from '@/lib/store/accounts/suppressions'
import { leadTo } from '../../../sign-in-again'

/** The addresses that wait, as a CSV file, streamed. Reading changes nothing: acknowledging is an act of its own. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireStaff('/settings/suppression', 'see-suppression')
  const asked = new URL(request.url).searchParams.get('until') ?? ''
  const until = instant.safeParse(asked)
  if (!until.success) return leadTo('/settings/suppression')
  await traceAccess(actor, 'suppression-list', 'export')
  const batches = readSuppressed(actor, until.data)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(encoder.encode('email,added_at,asks\r\n')),
    async pull(controller) {
      const { done, value } = await batches.next()
      if (done) return controller.close()
      const lines = value.map(
        ({ email, addedAt, asks }) => `${csvCell(email)},${addedAt.toISOString()},${csvCell(asks)}\r\n`,
      )
      controller.enqueue(encoder.encode(lines.join('')))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="suppression-list.csv"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
