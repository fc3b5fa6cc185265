import { randomUUID } from 'node:crypto'
import { attachment } from '@/app/attachment'
import { downloadForStaff } from '@/lib/door/files/download'
import { currentStaff } from '@/lib/door/staff/require-staff'
import { signInAgain } from '../../sign-in-again'

const nothing = () =>
  new Response('There is nothing here, or not for you.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

/** A file of a request or task, for staff who may read it; others get 404, or the sign-in page. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  const staff = await currentStaff()
  if (!staff) return await signInAgain('/requests')
  if (!/^[0-9a-f-]{36}$/.test(id)) return nothing()
  const download = await downloadForStaff(staff.actor, id, `download:${randomUUID()}`)
  return download ? attachment(download) : nothing()
}

/** Asking about a file without taking it would be noted as having taken it. */
export const HEAD = async (): Promise<Response> => nothing()
