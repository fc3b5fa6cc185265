import { inputName } from '@/components/request/form/act-input'
import { CommandForm } from '@/components/request/form/command-form'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { TextArea } from '@/components/ui/form/text-field'
import { foundBy } from '@/lib/core/advice/guides/task-steps'
import { refusalWords } from '@/lib/core/api/refusal-words'
import { resolve } from '@/lib/core/commands/task/resolve'
import type { Reason } from '@/lib/core/derived/reasons'
import type { TaskPlan } from '@/lib/core/handbook/tasks/plan'
import { resolveSentence } from './resolve-copy'
import type { TaskCardProps } from './task-card-props'

type Props = TaskCardProps & { plan: TaskPlan | undefined }

const words = (reason: Reason, request: TaskCardProps['request']) =>
  refusalWords(reason, { request, command: resolve })

/** The three resolutions; or, where they follow from what was found, where the person was found. */
export function ResolveForm(props: Props) {
  if (props.acts.resolve)
    return (
      <div className="mt-3">
        <Button unavailableBecause={words(props.acts.resolve, props.request)}>Resolve</Button>
      </div>
    )
  return props.plan?.by === 'found' ? <FoundIn {...props} /> : <ThreeResolutions {...props} />
}

function ThreeResolutions({ on, task, plan, acts, may, request }: Props) {
  const form = `resolve-${task.key}`
  const left = task.steps.filter(step => !step.doneAt).length
  const because = (reason: Reason | null) =>
    reason && (wordsFor(reason, left, plan) ?? words(reason, request))
  const choices = [
    {
      value: 'complete',
      label: 'Complete',
      about: 'Every step is done.',
      because: because(acts.resolveAs.complete),
    },
    {
      value: 'exception',
      label: 'Exception',
      about: 'It can’t be done. The request stops until Privacy has decided.',
      because: because(acts.resolveAs.exception),
    },
    {
      value: 'not_found',
      label: 'Not Found',
      about: 'The person isn’t in this system.',
      because: because(acts.resolveAs.not_found),
    },
  ]
  return (
    <CommandForm on={on} command="resolve" form={form} className="mt-3">
      <Confirm label="Resolve" sentence={resolveSentence(request, task, 'steps')}>
        {/* Made anew when the last step is ticked: what is chosen beforehand counts for new inputs only. */}
        <fieldset key={left} className="flex flex-col gap-2">
          <legend className="mb-1 font-semibold">Resolution</legend>
          {choices.map(({ value, label, about, because }) => (
            <label key={value} className={`flex items-start gap-2 ${because ? 'text-ink-faint' : ''}`}>
              <input
                type="radio"
                name={inputName(form, 'resolution')}
                value={value}
                disabled={Boolean(because)}
                defaultChecked={value === 'complete' && !because}
                className="mt-1"
              />
              <span>
                <span className="font-medium">{label}</span>
                <span className="block text-sm">{because ?? about}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Note form={form} needed={may.needsNote} hint="An exception needs one." />
        <Button tone="primary">Resolve</Button>
      </Confirm>
    </CommandForm>
  )
}

/** What a refusal means beside a resolution, where that can be said more plainly. */
function wordsFor(reason: Reason, left: number, plan: TaskPlan | undefined): string | undefined {
  switch (reason) {
    case 'steps-open':
      return `${left} ${left === 1 ? 'step is' : 'steps are'} still open.`
    case 'file-there':
      return 'A file lies on this task. Remove it if nothing was found.'
    case 'not-found-not-allowed':
      return plan?.erasesAccount
        ? 'The checks found the account.'
        : 'This task is either done or an exception.'
    default:
      return undefined
  }
}

const systems = { zendesk: 'Zendesk', customersPortal: 'Customers Portal (cDot)' } as const

function FoundIn({ on, task, plan, may, request }: Props) {
  const form = `found-${task.key}`
  return (
    <CommandForm on={on} command="resolve" form={form} className="mt-3 flex flex-col items-start gap-3">
      {(plan?.systems ?? []).map(system => (
        <fieldset key={system} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <legend className="float-start me-2 font-semibold">Found in {systems[system]}?</legend>
          {(['true', 'false'] as const).map(value => (
            <label key={value} className="inline-flex min-h-control items-center gap-1.5">
              <input
                type="radio"
                name={inputName(form, `found.${system}!bool`)}
                value={value}
                defaultChecked={String(foundBy(task, system)) === value}
              />
              {value === 'true' ? 'Yes' : 'No'}
            </label>
          ))}
        </fieldset>
      ))}
      <Note form={form} needed={may.needsNote} />
      <Confirm label="Resolve" sentence={resolveSentence(request, task, 'found')}>
        <Button tone="primary">Resolve</Button>
      </Confirm>
    </CommandForm>
  )
}

function Note({ form, needed, hint }: { form: string; needed: boolean; hint?: string }) {
  return (
    <div className="w-full">
      <TextArea
        name={inputName(form, 'note')}
        label="Note"
        hint={needed ? 'Say why Privacy does another team’s task.' : hint}
        rows={2}
        required={needed}
      />
    </div>
  )
}
