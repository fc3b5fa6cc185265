import { Button, DeskButtonLink } from '@/components/ui/button'
import { Select } from '@/components/ui/form/text-field'
import type { IconName } from '@/components/ui/icon-paths'
import { answerFields } from '@/lib/core/advice/answer-fields'
import { messageAct } from '@/lib/core/advice/message-acts'
import type { OtherAct, OtherActKey } from '@/lib/core/advice/other-acts'
import { unavailableWords } from '@/lib/core/api/unavailable-copy'
import { commandOf } from '@/lib/core/commands/index'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { inputName } from '../form/act-input'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { composerLink } from './composer-link'
import { StepForm, stepLink } from './step-form'

export interface OtherActionsProps {
  on: CommandTarget
  request: PrivacyRequest
  /** What can be done, and why not where it can't. */
  acts: readonly OtherAct[]
  /** Id of the person who is looking. */
  me: string
  colleagues: readonly { id: string; name: string }[]
  /** The usual reasons for a question to Privacy. */
  scenarios: readonly string[]
}

/** What an act's form is made from. */
interface DrawnProps extends Omit<OtherActionsProps, 'acts'> {
  act: OtherAct
}

/** What the buttons that lead to the composer say; the others say what their command is called. */
const labels: Readonly<Partial<Record<OtherActKey, string>>> = {
  write: 'Write to the requester',
  clarify: 'Ask what they mean',
  withdraw: 'Close as withdrawn',
  refuse: 'Refuse the request',
}

const icons: Readonly<Partial<Record<OtherActKey, IconName>>> = {
  write: 'mail',
  hold: 'pause',
  escalate: 'message-circle-question-mark',
}

const labelOf = ({ key, leads }: OtherAct): string =>
  labels[key] ?? ('command' in leads ? commandOf(leads)?.label : undefined) ?? key

/** Acts that don't depend on the next step: assign, hold, write, correct the type, close. */
export function OtherActions({ acts, ...shared }: OtherActionsProps) {
  return (
    <div className="flex flex-col items-start gap-3">
      {acts.map(act => (
        <Act key={act.key} act={act} {...shared} />
      ))}
    </div>
  )
}

function Act({ act, ...shared }: DrawnProps) {
  const { on, request } = shared
  const label = labelOf(act)
  const icon = icons[act.key]
  const tried = 'message' in act.leads ? messageAct(act.leads.message) : { command: act.leads.command }
  if (act.refused)
    return <Button unavailableBecause={unavailableWords(act.refused, request, tried)}>{label}</Button>
  if (act.key === 'assign') return <Assign {...shared} label={label} />
  if ('message' in act.leads)
    return (
      <DeskButtonLink href={composerLink(on.reference, act.leads.message)} {...(icon && { icon })}>
        {label}
      </DeskButtonLink>
    )
  const href = stepLink(on.reference, { command: act.leads.command, label })
  if (href) return <DeskButtonLink href={href}>{label}</DeskButtonLink>
  const more = act.key === 'record-reply' ? answerFields(request) : []
  // Without a question to answer, a reply is its words.
  const needs = act.key === 'record-reply' && more.length === 0 ? ['text'] : []
  return (
    <StepForm
      on={on}
      step={{ command: act.leads.command, label, needs }}
      more={more}
      primary={false}
      of="other"
      offered={act.open.map(({ preset = {} }) => preset)}
      suggestions={act.key === 'escalate' ? { reason: shared.scenarios } : {}}
      {...(icon && { icon })}
    />
  )
}

function Assign({
  on,
  request: { assigneeId },
  me,
  colleagues,
  label,
}: Omit<DrawnProps, 'act'> & { label: string }) {
  return (
    <div className="flex flex-col items-start gap-2">
      {assigneeId !== me && (
        <CommandForm on={on} command="assign" form="assign-me" preset={{ to: me }}>
          <Button icon="user">Assign to me</Button>
        </CommandForm>
      )}
      <CommandForm on={on} command="assign" form="assign" className="flex flex-wrap items-end gap-2">
        <Select
          key={assigneeId}
          name={inputName('assign', 'to!null')}
          label="Assignee"
          empty="Nobody"
          defaultValue={assigneeId ?? ''}
          choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>{label}</Button>
      </CommandForm>
    </div>
  )
}
