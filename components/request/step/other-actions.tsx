import type { ReactNode } from 'react'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { Select } from '@/components/ui/form/text-field'
import type { OtherAct, OtherActKey } from '@/lib/core/advice/other-acts'
import { unavailableWords } from '@/lib/core/api/unavailable-copy'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { inputName } from '../form/act-input'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { StepForm } from './step-form'

export interface OtherActionsProps {
  on: CommandTarget
  request: PrivacyRequest
  /** What can be done, and why not where it can't. */
  acts: readonly OtherAct[]
  /** Id of the person who is looking. */
  me: string
  colleagues: readonly { id: string; name: string }[]
}

/** What an act's form is made from. */
interface DrawnProps extends Omit<OtherActionsProps, 'acts'> {
  act: OtherAct
}

const labels: Readonly<Record<OtherActKey, string>> = {
  assign: 'Assign',
  write: 'Write to the requester',
  hold: 'Place a hold',
  escalate: 'Escalate to Privacy',
  retype: 'Correct the type',
  withdraw: 'Close as withdrawn',
  refuse: 'Refuse the request',
  reopen: 'Reopen',
}

const forms: Readonly<Record<OtherActKey, (props: DrawnProps) => ReactNode>> = {
  assign: Assign,
  write: ({ on }) => (
    <DeskButtonLink href={compose(on, 'general-reply')} icon="mail">
      {labels.write}
    </DeskButtonLink>
  ),
  hold: ({ on }) => (
    <StepForm
      on={on}
      step={{ command: 'hold', label: labels.hold }}
      primary={false}
      icon="pause"
      of="other"
    />
  ),
  escalate: ({ on }) => (
    <StepForm
      on={on}
      step={{ command: 'escalate', label: labels.escalate }}
      primary={false}
      icon="message-circle-question-mark"
      of="other"
    />
  ),
  retype: ({ on, act }) => (
    <StepForm
      on={on}
      step={{ command: 'retype', label: labels.retype }}
      primary={false}
      offered={{ type: act.open.map(({ preset }) => preset?.type) }}
      of="other"
    />
  ),
  withdraw: ({ on }) => (
    <DeskButtonLink href={compose(on, 'request-closed')}>{labels.withdraw}</DeskButtonLink>
  ),
  refuse: ({ on }) => <DeskButtonLink href={compose(on, 'request-refused')}>{labels.refuse}</DeskButtonLink>,
  reopen: ({ on }) => (
    <StepForm on={on} step={{ command: 'reopen', label: labels.reopen }} primary={false} of="other" />
  ),
}

const compose = ({ reference }: CommandTarget, message: string) =>
  `/requests/${reference}/messages?compose=${message}#composer`

/** Acts that don't depend on the next step: assign, hold, write, correct the type, close. */
export function OtherActions({ acts, ...shared }: OtherActionsProps) {
  return (
    <div className="flex flex-col items-start gap-3">
      {acts.map(act => {
        const Form = forms[act.key]
        return act.refused ? (
          <Button key={act.key} unavailableBecause={unavailableWords(act.refused, shared.request)}>
            {labels[act.key]}
          </Button>
        ) : (
          <Form key={act.key} act={act} {...shared} />
        )
      })}
    </div>
  )
}

function Assign({ on, request: { assigneeId }, me, colleagues }: DrawnProps) {
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
        <Button>{labels.assign}</Button>
      </CommandForm>
    </div>
  )
}
