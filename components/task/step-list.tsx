import { inputName } from '@/components/request/form/act-input'
import { CommandForm } from '@/components/request/form/command-form'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { TextArea, TextField } from '@/components/ui/form/text-field'
import { Icon } from '@/components/ui/icon'
import { isShown } from '@/lib/core/advice/task-acts'
import { refusalWords } from '@/lib/core/api/refusal-words'
import { tickStep } from '@/lib/core/commands/task/tick-step'
import { dayInWords, dayOf } from '@/lib/core/deadlines/days'
import { stepDoers } from '@/lib/core/derived/tasks/doers'
import type { TaskPlan } from '@/lib/core/handbook/tasks/plan'
import type { WorkLinkKey, WorkLinks } from '@/lib/core/handbook/work-links'
import { lastByHand, type StepEvidence, type TaskStep } from '@/lib/core/request/task'
import { systemNamed } from '@/lib/core/systems/system-names'
import { evidenceWords, sourceOf } from '@/lib/core/view/evidence-words'
import { DoneBySystem, StepProblem } from './done-by-system'
import type { TaskCardProps } from './task-card-props'
import { WorkLink } from './work-link'

/** The checklist, worked in order: only the next step can be ticked, and what destroys is confirmed first. */
export function StepList(props: TaskCardProps & { plan: TaskPlan | undefined }) {
  const { on, task, acts, names, now, timeZone } = props
  const open = task.state === 'open'
  const next = open ? task.steps.find(step => !step.doneAt) : undefined
  const linkOf = (key: string) => props.plan?.steps.find(planned => planned.key === key)?.link
  const last = open ? lastByHand(task) : undefined
  /** The list's own press, below, ticks it for every request at once. */
  const ticksBelow = (key: string) =>
    props.listVersion > 0 && Boolean(props.plan?.steps.find(planned => planned.key === key)?.uploadsList)
  return (
    <ol className="mt-3 flex flex-col gap-2">
      {task.steps.map(step => (
        <li key={step.id} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5">
          <Icon
            name={step.doneAt ? 'circle-check' : step === next ? 'circle-dot' : 'circle'}
            className={`mt-0.5 size-4 ${step.doneAt ? 'text-done' : step === next ? 'text-accent' : 'text-ink-faint'}`}
          />
          <div className="min-w-0">
            <p className={step === next ? 'font-semibold' : ''}>
              <span className="sr-only">{step.doneAt ? 'Done: ' : step === next ? 'Next: ' : 'Later: '}</span>
              {step.label}
              {step.destructive && !step.doneAt && (
                <span className="ms-2 text-sm font-medium text-overdue">can’t be undone</span>
              )}
            </p>
            {inOrder(step.evidence).map(({ seen, place }) => (
              <Evidence key={place} seen={seen} {...props} />
            ))}
            {step.help && !step.doneAt && <p className="max-w-measure text-sm text-ink-soft">{step.help}</p>}
            {open && <StepLink to={linkOf(step.key)} links={props.links} />}
            {step.doneAt && step.evidence.length === 0 && (
              <p className="text-sm text-ink-soft">
                <DateText at={step.doneAt} now={now} timeZone={timeZone} />
                {step.doneById && names.get(step.doneById) ? `, ${names.get(step.doneById)}` : ''}
              </p>
            )}
            {step.given && <Given text={step.given} />}
            {open && step.problem && <StepProblem problem={step.problem} />}
            {step === next && props.may.work && <DoneBySystem {...props} step={step} />}
            {step === next && !step.run && isShown(acts.tick) && !ticksBelow(step.key) && (
              <Tick
                {...props}
                step={step}
                aside={stepDoers(props.request, task, step.key, props.systems).length > 0}
              />
            )}
            {step === last && acts.untick === null && (
              <CommandForm
                on={on}
                command="untick-step"
                form={`undo-${task.key}`}
                preset={{ step: step.key }}
              >
                <button type="submit" className="link min-h-6 text-sm">
                  Undo
                </button>
              </CommandForm>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Two lines may say the same, so each is known by its place, which it keeps. */
const inOrder = (evidence: readonly StepEvidence[]) => evidence.map((seen, place) => ({ seen, place }))

/** What Habeas saw of a step by itself, when, and who did it. */
function Evidence({
  seen,
  request,
  names,
  systemNames,
  now,
  timeZone,
}: Pick<TaskCardProps, 'request' | 'names' | 'systemNames' | 'now' | 'timeZone'> & { seen: StepEvidence }) {
  const at = new Date(seen.at)
  const who = seen.byId ? names.get(seen.byId) : undefined
  if (seen.kind === 'system')
    return (
      <p className="max-w-measure text-sm text-ink-soft">
        {seen.what}: {seen.result} ({systemNamed(seen.system, systemNames)}
        {who ? `, begun by ${who}` : ''}, <DateText at={at} now={now} timeZone={timeZone} />)
      </p>
    )
  const day = dayInWords(dayOf(at, timeZone))
  return (
    <p className="max-w-measure text-sm text-ink-soft">
      {evidenceWords(seen, day, sourceOf(request, seen, systemNames))} Seen by {who ?? 'Habeas'}{' '}
      <DateText at={at} now={now} timeZone={timeZone} />.
    </p>
  )
}

const StepLink = ({ to, links }: { to: WorkLinkKey | undefined; links: WorkLinks }) =>
  to ? <WorkLink to={to} links={links} /> : null

/** What a step was ticked with; a link is opened apart. */
function Given({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text))
    return <p className="max-w-measure text-sm break-words whitespace-pre-line">{text}</p>
  return (
    <a href={text} target="_blank" rel="noreferrer noopener" className="link text-sm break-all">
      <bdi>{text}</bdi>
    </a>
  )
}

/** @param aside beside the button of a system that can do it */
function Tick({
  on,
  task,
  step,
  acts,
  may,
  request,
  aside,
}: TaskCardProps & { step: TaskStep; aside: boolean }) {
  const form = `tick-${task.key}`
  const note = may.needsNote && (
    <TextArea name={inputName(form, 'note')} label="Why Privacy does it" rows={2} required />
  )
  if (acts.tick)
    return (
      <div className="mt-1.5">
        <Button unavailableBecause={refusalWords(acts.tick, { request, command: tickStep })}>Tick</Button>
      </div>
    )
  const asked = step.asks && <Asked form={form} step={step} />
  return (
    <CommandForm on={on} command="tick-step" form={form} preset={{ step: step.key }} className="mt-1.5">
      {step.destructive || note || asked ? (
        <Confirm
          label="Tick"
          icon="check"
          tone={step.destructive && !aside ? 'danger' : 'secondary'}
          sentence={
            step.destructive
              ? 'The account is looked up once more; if it is still the same, this says for good that the step is done.'
              : 'The step counts as done.'
          }
        >
          {asked}
          {note}
          <Button tone={step.destructive ? 'danger' : 'primary'}>Yes, it is done</Button>
        </Confirm>
      ) : (
        <Button tone={aside ? 'secondary' : 'primary'} icon="check">
          Tick
        </Button>
      )}
    </CommandForm>
  )
}

/** What the step is ticked with: a link, or a text that may be one. */
function Asked({ form, step }: { form: string; step: TaskStep }) {
  const name = inputName(form, 'given')
  if (step.asks === 'link')
    return <TextField name={name} label="Link" hint="The whole link, with https://." type="url" required />
  return <TextArea name={name} label="What was done, or the link to it" rows={2} required />
}
