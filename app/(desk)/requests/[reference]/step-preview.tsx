import { cache, type ReactNode, Suspense } from 'react'
import { SearchLines } from '@/components/task/search-lines'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { stepDoers, stepsBySystems } from '@/lib/core/derived/tasks/doers'
import type { Context } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { isRunning, type Task, type TaskStep } from '@/lib/core/request/task'
import type { SystemNames } from '@/lib/core/systems/system-names'
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
  const { systems } = context
  const shown = request.tasks.flatMap(task => {
    const next = task.steps.find(step => !step.doneAt)
    if (!next || isRunning(task) || stepDoers(request, task, next.key, systems).length === 0) return []
    const act = { command: 'do-step', taskId: task.id, preset: { step: next.key } }
    if (wouldRefuse(act, request, context) !== null) return []
    const after = stepsBySystems(request, task, systems).filter(step => step !== next)
    return [[task.id, <Preview key={task.id} {...{ request, task, next, after }} />] as const]
  })
  return Object.fromEntries(shown)
}

/** What the connected systems found, by the id of the task that is settled by it; for those who see what people wrote. */
export function findingsFor({
  request,
  context,
  personal,
  systemNames,
}: Opened & { personal: boolean; systemNames: SystemNames }) {
  const { now, timeZone } = context
  const searched = request.tasks.filter(({ state, searches }) => state === 'open' && searches.length > 0)
  const shown = personal ? searched : []
  return Object.fromEntries(
    shown.map(({ id, searches }) => [
      id,
      <div key={id} className="mb-2 rounded-md bg-sunken px-3 py-2">
        <SearchLines {...{ searches, systemNames, now, timeZone }} />
      </div>,
    ]),
  )
}

interface Previewed {
  request: PrivacyRequest
  task: Task
  next: TaskStep
  /** What the same press has done afterwards. */
  after: readonly TaskStep[]
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

/** What is destroyed is told of every step that the press reaches; the rest by name. */
async function Acts({ request, task, next, after }: Previewed) {
  const told = [next, ...after.filter(step => step.destructive)]
  const previews = await Promise.all(told.map(step => previewOnce(request, task, step.key)))
  const failed = previews.find(preview => preview.is === 'failed')
  if (failed) return <p>It can’t be told now: {failed.words} You can also do it by hand.</p>
  const ready = previews.filter(preview => preview.is === 'ready')
  if (ready.length === 0) return <p>No system is connected for this any more. Do it by hand.</p>
  const later = after.filter(step => !step.destructive)
  return (
    <>
      {ready.every(({ nothingToDo }) => nothingToDo) ? (
        <p>Nothing is left to do here; the step is ticked.</p>
      ) : (
        <ul className="list-disc ps-5">
          {ready
            .flatMap(({ acts }) => acts)
            .map(act => (
              <li key={act} className="break-words">
                <bdi>{act}</bdi>
              </li>
            ))}
        </ul>
      )}
      {later.length > 0 && (
        <p className="mt-1 text-sm text-ink-soft">
          With the rest: {later.map(step => `“${step.label}”`).join(', ')}.
        </p>
      )}
    </>
  )
}
