import { deletionListText } from '@/lib/core/account/deletion-list'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { readDataPlatformList } from '@/lib/store/accounts/data-platform-list'

/** A version of the data platform's deletion list, the newest unless the address names one. Reading changes nothing. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireStaff('/tasks', 'open-request')
  const asked = new URL(request.url).searchParams.get('version') ?? ''
  const { version, emails } = await readDataPlatformList(
    actor,
    /^\d{1,9}$/.test(asked) ? Number(asked) : null,
  )
  await traceAccess(actor, 'deletion-list', 'export')
  return new Response(deletionListText(emails), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="deletions-v${version}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
