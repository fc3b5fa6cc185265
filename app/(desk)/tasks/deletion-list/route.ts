import { deletionListText } from '@/lib/core/account/deletion-list'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { readDataPlatformList } from '@/lib/store/accounts/data-platform-list'

/** The newest version of the data platform's deletion list, for those who work deletions. Reading changes nothing. */
export async function GET(): Promise<Response> {
  const { actor } = await requireStaff('/tasks', 'open-request')
  const { version, emails } = await readDataPlatformList(actor)
  return new Response(deletionListText(emails), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="deletions-v${version}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
