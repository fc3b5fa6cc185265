import { inputName } from '@/components/request/form/act-input'
import { CommandForm } from '@/components/request/form/command-form'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { TextArea } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { refusalWords } from '@/lib/core/api/refusal-words'
import { doStep } from '@/lib/core/commands/task/do-step'
import { doneByOf, stepDoers } from '@/lib/core/derived/tasks/doers'
import { restBySystems } from '@/lib/core/derived/tasks/rest-label'
import type { TaskStep } from '@/lib/core/request/task'
import { actLabel } from '@/lib/core/systems/act-labels'
import { systemNamed } from '@/lib/core/systems/system-names'
import type { TaskCardProps } from './task-card-props'

type Props = TaskCardProps & { step: TaskStep }

/** The next step where connected systems can do it: what they would do, and the buttons; while they do it, how to take over. */
export function DoneBySystem(props: Props) {
  const { task, step, request, systems, acts } = props
  const doneBy = doneByOf(task, step.key)
  const doers = stepDoers(request, task, step.key, systems)
  if (step.run) return <Running {...props} />
  if (!doneBy || doers.length === 0) return null
  const label = actLabel(doneBy.act, doers)
  if (acts.doIt)
    return (
      <div className="mt-1.5">
        <Button unavailableBecause={refusalWords(acts.doIt, { request, command: doStep })}>{label}</Button>
      </div>
    )
  return (
    <>
      {props.preview}
      <DoIt {...props} label={label} />
    </>
  )
}

function DoIt({ on, task, step, may, request, systems, label }: Props & { label: string }) {
  const rest = restBySystems(request, task, systems)
  const isLast = !rest || rest.steps === 1
  const tone = rest?.destroys ? 'danger' : 'primary'
  const form = `do-${task.key}`
  const note = (name: string) =>
    may.needsNote && <TextArea name={inputName(name, 'note')} label="Why Privacy does it" rows={2} required />
  return (
    <div className="mt-1.5 flex flex-wrap items-start gap-2">
      {!isLast && (
        <CommandForm on={on} command="do-step" form={form} preset={{ step: step.key, rest: true }}>
          {note(form)}
          <Button tone={tone}>{rest.label}</Button>
        </CommandForm>
      )}
      <CommandForm on={on} command="do-step" form={`${form}-alone`} preset={{ step: step.key }}>
        {isLast && note(`${form}-alone`)}
        {(isLast || !may.needsNote) && (
          <Button tone={isLast ? tone : 'secondary'}>{isLast ? label : 'Only this step'}</Button>
        )}
      </CommandForm>
    </div>
  )
}

function Running({ on, task, step, acts, systemNames, now, timeZone }: Props) {
  const { run } = step
  if (!run) return null
  const names = run.systems.map(key => systemNamed(key, systemNames))
  return (
    <div className="mt-1.5 flex flex-col items-start gap-2">
      <p className="text-sm text-ink-soft" role="status">
        {names.join(' and ')} {names.length === 1 ? 'is' : 'are'} doing this since{' '}
        <DateText at={new Date(run.at)} now={now} timeZone={timeZone} />. The step is ticked once it is true.
      </p>
      {acts.stop === null && (
        <CommandForm on={on} command="stop-step" form={`stop-${task.key}`} preset={{ step: step.key }}>
          <Button>Do it by hand</Button>
        </CommandForm>
      )}
    </div>
  )
}

/** Why systems couldn't do a step, beside the ways that are left. */
export const StepProblem = ({ problem }: { problem: string }) => (
  <div className="mt-1.5">
    <Notice kind="warning" title="Left to a person">
      <p>{problem}</p>
    </Notice>
  </div>
)
