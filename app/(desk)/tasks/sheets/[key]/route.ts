import { sheetText } from '@/lib/core/handbook/tasks/blank-sheet'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { can } from '@/lib/core/people/permissions'
import { currentStaff } from '@/lib/door/staff/require-staff'

/** The blank sheet of a task, the same for everybody who works tasks. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const staff = await currentStaff()
  const sheet = taskPlans.get((await params).key)?.blankSheet
  if (!staff || !can(staff.actor.role, 'see-tasks') || !sheet)
    return new Response('There is nothing here, or not for you.\n', { status: 404 })
  return new Response(sheetText(sheet), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${sheet.name}"`,
    },
  })
}
