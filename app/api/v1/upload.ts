import { json, problem, refused } from '@/app/api/answers'
import type { ProblemReason } from '@/lib/core/api/problems'
import { attachFile as command } from '@/lib/core/commands/request/attach-file'
import { purposeOn } from '@/lib/core/derived/file-access'
import { limitsOf } from '@/lib/core/files/file-limits'
import type { StaffActor } from '@/lib/core/people/actor'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'
import { attachFile } from '@/lib/door/files/attach'
import { discardUploads, receiveForm } from '@/lib/door/files/attach-receive'
import { commandIdOf, unusableKey } from './sent-command'

/** One file at a time; several calls for several. */
const FILES = 1
const FIELD = 'file'

/** What an upload is to look like, where it doesn't. */
const notRead = (reason: ProblemReason) =>
  reason === 'unsupported-media-type' || reason === 'malformed-body'
    ? { detail: 'Send one file as multipart/form-data.' }
    : {}

/**
 * Takes the file of a multipart call onto a request or one of its tasks. That the caller may is settled before; nothing of
 * the body is read where the state forbids it anyhow.
 */
export async function takeFile(
  actor: StaffActor,
  request: Request,
  { reference, state }: PrivacyRequest,
  task: Task | null,
): Promise<Response> {
  const commandId = commandIdOf(actor, request)
  if (!commandId) return unusableKey()
  if (!command.from.includes(state)) return problem('illegal-state')
  const received = await receiveForm(
    request.body,
    request.headers.get('content-type'),
    FILES,
    limitsOf(purposeOn(task)).bytes,
  )
  if (!received.ok) return problem(received.reason, notRead(received.reason))
  const [upload] = received.uploads
  if (upload?.field !== FIELD) {
    await discardUploads(received.uploads)
    const words = 'Send the file in a multipart field of this name.'
    return problem('invalid-input', { detail: FIELD, fields: { [FIELD]: words } })
  }
  const to = { reference, taskId: task?.id ?? null, purpose: purposeOn(task) }
  const note = received.fields.get('note') ?? undefined
  const confirm = received.fields.get('confirm') === 'true'
  const attached = await attachFile(actor, to, upload, { commandId, note, confirm })
  if (!attached.ok) return refused(attached)
  const { id, name, size } = attached
  return json({ id, name, size }, 201, { location: `/api/v1/files/${id}` })
}
