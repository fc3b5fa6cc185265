import { cache, type ReactNode, Suspense } from 'react'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { stepDoers } from '@/lib/core/derived/tasks/doers'
import type { Context } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { isRunning, type Task } from '@/lib/core/request/task'
import { previewStep } from '@/lib/door/system-work/preview'

interface Opened {
  request: PrivacyRequest
  context: Context
}

/**
 * What connected systems would do for the next step of each task that this person could have done, by the task's id. Asked while
 * the page is on its way, so that no system holds it up.
 */
export function previewsFor({ request, context }: Opened): Record<string, ReactNode> {
  const shown = request.tasks.flatMap(task => {
    const next = task.steps.find(step => !step.doneAt)
    if (!next || isRunning(task) || stepDoers(request, task, next.key, context.systems).length === 0)
      return []
    const act = { command: 'do-step', taskId: task.id, preset: { step: next.key } }
    if (wouldRefuse(act, request, context) !== null) return []
    return [[task.id, <Preview key={task.id} request={request} task={task} step={next.key} />] as const]
  })
  return Object.fromEntries(shown)
}

interface Previewed {
  request: PrivacyRequest
  task: Task
  step: string
}

const Preview = (previewed: Previewed) => (
  <div className="mt-2 mb-2 rounded-md bg-sunken px-3 py-2">
    <p className="font-semibold">What this will do</p>
    <Suspense fallback={<p className="text-sm text-ink-soft">Looking at the live data…</p>}>
      <Acts {...previewed} />
    </Suspense>
  </div>
)

/** Once a page, although the panel and the task's card both show it. */
const previewOnce = cache((request: PrivacyRequest, task: Task, step: string) =>
  previewStep({ request, task }, step),
)

async function Acts({ request, task, step }: Previewed) {
  const preview = await previewOnce(request, task, step)
  if (preview.is === 'by-hand') return <p>No system is connected for this any more. Do it by hand.</p>
  if (preview.is === 'failed') return <p>It can’t be told now: {preview.words}</p>
  if (preview.nothingToDo) return <p>Nothing is to be done here. The step is ticked by that.</p>
  return (
    <ul className="list-disc ps-5">
      {preview.acts.map(act => (
        <li key={act} className="break-words">
          <bdi>{act}</bdi>
        </li>
      ))}
    </ul>
  )
}
