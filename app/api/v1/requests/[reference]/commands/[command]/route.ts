import { methodNotAllowed, problem } from '@/app/api/answers'
import { ran, readCommand } from '@/app/api/v1/sent-command'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { staffRequestCommands } from '@/lib/core/commands/staff-commands'
import { mayRun } from '@/lib/core/people/permissions'
import { runRequestCommand } from '@/lib/door/run/run'
import { readRequest } from '@/lib/store/request/requests'

/** Runs a command on a request. Whether the role may is settled before the request or the body is looked at. */
export const POST = withToken<{ reference: string; command: string }>(async ({ actor, request, params }) => {
  const command = staffRequestCommands.get(params.command)
  if (!command) return problem('not-found')
  if (!mayRun(actor, command.who)) return denied(actor, command.name)
  if (!isKey(params.reference) || !(await readRequest(actor, params.reference)))
    return nothingFor(actor, 'not-found', params.reference)
  const sent = await readCommand(actor, request, command)
  if (sent instanceof Response) return sent
  return await ran(
    actor,
    await runRequestCommand(actor, params.reference, command.name, sent.input, sent.options),
  )
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
