import { signInPage } from '@/lib/auth/asked-address'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { attachFile as command } from '@/lib/core/commands/request/attach-file'
import { mayUpload, purposeOn } from '@/lib/core/derived/file-access'
import { limitsOf } from '@/lib/core/files/file-limits'
import { attachFile } from '@/lib/door/files/attach'
import { discardUploads, receiveForm } from '@/lib/door/files/attach-receive'
import { logDenied } from '@/lib/door/staff/denied'
import { currentStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readRequest } from '@/lib/store/request/requests'
import { leadTo } from '../../../sign-in-again'

const nothing = () => new Response('There is nothing here, or not for you.\n', { status: 404 })

/**
 * Takes a file from the desk onto a task, or onto the request itself. Who asks and whether the request takes files is settled
 * before the body is read. The answer leads back to the task, which says what became of it.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers, env().appUrl)) return nothing()
  const { reference } = await params
  if (!/^[\w-]{1,40}$/.test(reference)) return nothing()
  const page = `/requests/${reference}/status`
  const staff = await currentStaff()
  // The file is gone with the answer, so the page that they come back to asks for it again.
  if (!staff) return leadTo(signInPage(`${page}?file=session-ended`, true))
  const { actor } = staff
  const known = await readRequest(actor, reference)
  const mayAny = [null, ...(known?.tasks ?? [])].some(task => mayUpload(actor, task))
  if (!known || !mayAny) {
    logDenied(actor, `/requests/${reference}/files`)
    return nothing()
  }
  const back = (said: string, task = '', press = '') =>
    leadTo(`${page}?file=${said}${press && `&did=${press}`}${task && `#task-${task}`}`)
  if (!command.from.includes(known.state)) return back('illegal-state')
  // Which task it is for comes with the form; the rule of its purpose is the command's.
  const most = Math.max(...[null, ...known.tasks].map(task => limitsOf(purposeOn(task)).bytes))
  const received = await receiveForm(request.body, request.headers.get('content-type'), 1, most)
  if (!received.ok) return back(received.reason)
  const { fields, uploads } = received
  const [upload] = uploads
  const task = known.tasks.find(task => task.id === fields.get('task')) ?? null
  const press = fields.get('press') ?? ''
  if (!upload || (fields.get('task') && !task) || !/^[0-9a-f-]{36}$/.test(press)) {
    await discardUploads(uploads)
    return back(upload ? 'illegal-state' : 'file-missing', task?.id)
  }
  const to = { reference, taskId: task?.id ?? null, purpose: purposeOn(task) }
  const note = fields.get(`note-${task?.key}`)?.trim()
  const done = await attachFile(actor, to, upload, {
    commandId: `desk:${actor.id}:${press}`,
    ...(note && { note }),
    confirm: fields.get('confirm') === 'true',
  })
  return done.ok ? back('added', task?.id, press) : back(done.reason, task?.id)
}
