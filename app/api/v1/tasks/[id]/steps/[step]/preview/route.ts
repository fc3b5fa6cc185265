import { json, methodNotAllowed, problem } from '@/app/api/answers'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { doStep } from '@/lib/core/commands/task/do-step'
import { mayRun } from '@/lib/core/people/permissions'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { previewStep } from '@/lib/door/system-work/preview'
import { readRequestByTask } from '@/lib/store/request/requests'

/** What connected systems would do for a step now, from live data; for those who could have it done. */
export const GET = withToken<{ id: string; step: string }>(async ({ actor, params: { id, step } }) => {
  const found = isKey(id) ? await readRequestByTask(actor, id) : null
  if (!found) return nothingFor(actor, 'no-such-task', id)
  if (!mayRun(actor, doStep.who, found.task)) return denied(actor, 'preview-step')
  if (!found.task.steps.some(({ key }) => key === step)) return problem('no-such-step', { detail: step })
  await traceAccess(actor, found.request.id, 'status')
  const preview = await previewStep(found, step)
  if (preview.is === 'by-hand') return problem('no-system')
  if (preview.is === 'failed') return problem('system-failed', { detail: preview.words })
  const { system, acts, nothingToDo } = preview
  return json({ system, acts, nothingToDo })
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
