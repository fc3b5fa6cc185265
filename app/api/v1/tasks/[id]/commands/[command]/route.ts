import { methodNotAllowed, problem } from '@/app/api/answers'
import { ran, readCommand } from '@/app/api/v1/sent-command'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { staffTaskCommands } from '@/lib/core/commands/staff-commands'
import { mayRun } from '@/lib/core/people/permissions'
import { runTaskCommand } from '@/lib/door/run/run'
import { readRequestByTask } from '@/lib/store/request/requests'

/** Runs a command on a task. Whether the role may is settled before the body is looked at. */
export const POST = withToken<{ id: string; command: string }>(async ({ actor, request, params }) => {
  const command = staffTaskCommands.get(params.command)
  if (!command) return problem('not-found')
  const found = isKey(params.id) ? await readRequestByTask(actor, params.id) : null
  if (!found) return nothingFor(actor, 'no-such-task', params.id)
  if (!mayRun(actor, command.who, found.task)) return denied(actor, command.name)
  const sent = await readCommand(actor, request, command)
  if (sent instanceof Response) return sent
  return await ran(actor, await runTaskCommand(actor, params.id, command.name, sent.input, sent.options))
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
