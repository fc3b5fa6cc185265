import { inputName } from '@/components/request/form/act-input'
import { CommandForm } from '@/components/request/form/command-form'
import { resolutionName } from '@/components/request/labels/labels'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextArea } from '@/components/ui/form/text-field'
import { isShown } from '@/lib/core/advice/task-acts'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { DeletionList } from './deletion-list'
import { TaskFiles } from './files'
import { ResolveForm } from './resolve-form'
import { Searches } from './searches'
import { StepList } from './step-list'
import type { TaskCardProps } from './task-card-props'
import { TaskSubject } from './task-subject'
import { WorkLink } from './work-link'

const resolved = { complete: 'done', not_found: 'done', exception: 'overdue' } as const

/** One task: its checklist, its three resolutions, who has it. */
export function TaskCard(props: TaskCardProps) {
  const { on, task, acts, colleagues, names, notes, now, timeZone } = props
  const plan = taskPlans.get(task.key)
  const open = task.state === 'open'
  const form = `task-${task.key}`
  return (
    <article
      id={`task-${task.id}`}
      aria-labelledby={`title-${task.id}`}
      className="scroll-mt-4 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={`title-${task.id}`} className="font-semibold">
          {task.name}
        </h3>
        {task.resolution ? (
          <Chip meaning={resolved[task.resolution]}>{resolutionName(task.resolution)}</Chip>
        ) : (
          <Chip icon={open ? 'circle-dot' : 'ban'}>{open ? 'Open' : 'Cancelled'}</Chip>
        )}
      </div>
      <p className="text-sm text-ink-soft">
        {task.team === 'system' ? 'The system does this. ' : ''}
        Opened <DateText at={task.openedAt} now={now} timeZone={timeZone} />
        {task.resolvedAt && (
          <>
            , ended <DateText at={task.resolvedAt} now={now} timeZone={timeZone} />
            {task.resolvedById && names.get(task.resolvedById) ? ` by ${names.get(task.resolvedById)}` : ''}
          </>
        )}
      </p>
      {props.personal && task.note && (
        <p className="mt-2 max-w-measure whitespace-pre-line">
          <bdi>{task.note}</bdi>
        </p>
      )}
      {open && props.personal && task.team !== 'system' && <TaskSubject request={props.request} />}
      {open && plan?.links && (
        <p className="mt-2 flex flex-wrap gap-x-4">
          {plan.links.map(to => (
            <WorkLink key={to} to={to} links={props.links} />
          ))}
        </p>
      )}
      {open && plan?.by === 'found' && <Searches {...props} />}
      {task.steps.length > 0 && <StepList {...props} plan={plan} />}
      {open && props.may.work && <DeletionList {...props} plan={plan} />}
      <TaskFiles {...props} plan={plan} />
      {open && task.team !== 'system' && plan?.instructions && (
        <ol className="mt-2 list-decimal ps-5 text-ink-soft">
          {plan.instructions.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      {notes.map(note => (
        <p key={note.id} className="mt-2 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
          <span className="text-sm text-ink-soft">
            <bdi>{note.author}</bdi>, <DateText at={note.at} now={now} timeZone={timeZone} />
          </span>
          <br />
          <bdi>{note.text}</bdi>
        </p>
      ))}
      {isShown(acts.resolve) && <ResolveForm {...props} plan={plan} />}
      <div className="mt-3 flex flex-wrap items-start gap-3">
        {open && acts.assign === null && (
          <CommandForm
            on={on}
            command="assign"
            form={`${form}-assign`}
            className="flex flex-wrap items-end gap-2"
          >
            <Select
              key={task.assigneeId}
              name={inputName(`${form}-assign`, 'to!null')}
              label="Who does it"
              empty="Nobody yet"
              defaultValue={task.assigneeId ?? ''}
              choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button>Assign</Button>
          </CommandForm>
        )}
        {acts.note === null && (
          <CommandForm on={on} command="add-note" form={`${form}-note`}>
            <Confirm label="Add a note" icon="sticky-note" sentence="Seen by staff only.">
              <TextArea name={inputName(`${form}-note`, 'text')} label="Note" rows={2} required />
              <Button>Keep the note</Button>
            </Confirm>
          </CommandForm>
        )}
        {acts.accept === null && (
          <CommandForm on={on} command="accept-exception" form={`${form}-accept`}>
            <Confirm
              label="Accept the exception"
              sentence="The task counts as done. Request Fulfilled tells the person what was not done, with your words for why."
            >
              <TextArea
                name={inputName(`${form}-accept`, 'note')}
                label="Why it was not done"
                hint="The person reads this."
                rows={2}
                required
              />
              <Button tone="primary">Accept the exception</Button>
            </Confirm>
          </CommandForm>
        )}
        {acts.reopen === null && (
          <CommandForm on={on} command="reopen-task" form={`${form}-reopen`}>
            <Confirm label="Reopen the task" sentence="The task is open again, and its team is told.">
              <TextArea name={inputName(`${form}-reopen`, 'note')} label="Why" rows={2} required />
              <Button tone="primary">Reopen the task</Button>
            </Confirm>
          </CommandForm>
        )}
      </div>
    </article>
  )
}
