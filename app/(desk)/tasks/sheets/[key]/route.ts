import { isSameOrigin } from '@/lib/auth/same-origin'
import { sheetText } from '@/lib/core/handbook/tasks/blank-sheet'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { can } from '@/lib/core/people/permissions'
import { runTaskCommand } from '@/lib/door/run/run'
import { logDenied } from '@/lib/door/staff/denied'
import { currentStaff, type Staff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { signInAgain } from '../../../sign-in-again'

interface Params {
  params: Promise<{ key: string }>
}

const nothing = () => new Response('There is nothing here, or not for you.\n', { status: 404 })

async function open(staff: Staff, params: Params['params']) {
  const sheet = taskPlans.get((await params).key)?.blankSheet
  const may = can(staff.actor.role, 'see-tasks')
  if (!may) logDenied(staff.actor, '/tasks/sheets', 'see-tasks')
  return may && sheet ? { actor: staff.actor, sheet } : null
}

const download = (sheet: Parameters<typeof sheetText>[0]) =>
  new Response(sheetText(sheet), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${sheet.name}"`,
      'cache-control': 'private, no-store',
    },
  })

/** The blank sheet of a task, the same for everybody who works tasks. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const staff = await currentStaff()
  if (!staff) return await signInAgain('/tasks')
  const opened = await open(staff, params)
  return opened ? download(opened.sheet) : nothing()
}

/** The same, downloaded for one task: its step is ticked. The sheet is given out even where that would be refused. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (!isSameOrigin(request.headers, env().appUrl)) return nothing()
  const staff = await currentStaff()
  if (!staff) return await signInAgain('/tasks')
  const opened = await open(staff, params)
  if (!opened) return nothing()
  const { actor, sheet } = opened
  const form = await request.formData()
  const [task, press] = [form.get('task'), form.get('press')]
  if (typeof task === 'string' && typeof press === 'string' && /^[0-9a-f-]{36}$/.test(press))
    await runTaskCommand(actor, task, 'record-download', {}, { commandId: `desk:${actor.id}:${press}` })
  return download(sheet)
}
