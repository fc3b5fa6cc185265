import { Button, DeskButtonLink } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import { isReopenable, mayReopen } from '@/lib/core/derived/reopening'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { openEscalation } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { Act, type ActOn } from '../act/act'
import { inputName } from '../act/act-input'
import { StepForm } from './step-form'

export interface OtherActionsProps {
  on: ActOn
  request: PrivacyRequest
  /** Id and name of whoever looks; what they may do at all is decided before. */
  me: string
  privacy: boolean
  colleagues: readonly { id: string; name: string }[]
}

const open = (state: PrivacyRequest['state']) => state !== 'closed'
const held = (state: PrivacyRequest['state']) => ['checking', 'verifying', 'processing'].includes(state)
const begun = 'The deletion has begun; this can no longer be taken back.'
const closed = 'The request is closed.'

/** What can be done whatever the next step is: give it to somebody, hold it, write, correct its type, end it. */
export function OtherActions({ on, request, me, privacy, colleagues }: OtherActionsProps) {
  const { state, assigneeId } = request
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="flex flex-col items-start gap-2">
        {assigneeId !== me && (
          <Act on={on} command="assign" form="assign-me" preset={{ to: me }}>
            <Button icon="user">Assign to me</Button>
          </Act>
        )}
        <Act on={on} command="assign" form="assign" className="flex flex-wrap items-end gap-2">
          <Select
            key={assigneeId}
            name={inputName('assign', 'to!null')}
            label="Assignee"
            empty="Nobody"
            defaultValue={assigneeId ?? ''}
            choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>Assign</Button>
        </Act>
      </div>
      <DeskButtonLink href={`/requests/${on.reference}/messages?compose=general-reply#composer`} icon="mail">
        Write to the requester
      </DeskButtonLink>
      {held(state) ? (
        <Act on={on} command="hold" form="hold">
          <Confirm
            label="Place a hold"
            icon="pause"
            sentence="All work stops until the hold ends or Privacy releases it; the due date does not move."
          >
            <TextArea name={inputName('hold', 'reason')} label="Reason" rows={2} required />
            <TextField
              name={inputName('hold', 'until')}
              label="Until the end of"
              type="date"
              required={false}
            />
            <Button tone="primary">Place a hold</Button>
          </Confirm>
        </Act>
      ) : (
        <Button unavailableBecause={open(state) ? 'Nothing has started yet.' : closed}>Place a hold</Button>
      )}
      <Escalate on={on} open={Boolean(openEscalation(request))} />
      <Retype on={on} request={request} />
      <Close on={on} request={request} privacy={privacy} />
      {!open(state) && <Reopen on={on} request={request} privacy={privacy} />}
    </div>
  )
}

/** Where the person wrote after the end, it is the next step and not repeated here. */
function Reopen({ on, request, privacy }: Pick<OtherActionsProps, 'on' | 'request' | 'privacy'>) {
  if (!isReopenable(request))
    return (
      <Button unavailableBecause="What ended like this isn’t reopened; a new request is made.">Reopen</Button>
    )
  if (request.lateReplyAt) return null
  if (!mayReopen(privacy ? 'privacy' : 'support-engineer', request))
    return <Button unavailableBecause="Privacy reopens this.">Reopen</Button>
  return <StepForm on={on} step={{ command: 'reopen', label: 'Reopen' }} primary={false} of="other" />
}

function Escalate({ on, open }: { on: ActOn; open: boolean }) {
  if (open)
    return <Button unavailableBecause="A question to Privacy is open already.">Escalate to Privacy</Button>
  return (
    <Act on={on} command="escalate" form="escalate">
      <Confirm
        label="Escalate to Privacy"
        icon="message-circle-question-mark"
        sentence="Privacy is told. Nothing is deleted until they have answered, and the due date does not move."
      >
        <TextField name={inputName('escalate', 'reason')} label="Reason" maxLength={300} required />
        <TextArea name={inputName('escalate', 'question')} label="Question" rows={3} required />
        <TextArea name={inputName('escalate', 'checked')} label="What you have checked" rows={2} required />
        <Button tone="primary">Escalate to Privacy</Button>
      </Confirm>
    </Act>
  )
}

function Retype({ on, request }: Pick<OtherActionsProps, 'on' | 'request'>) {
  if (!open(request.state)) return <Button unavailableBecause={closed}>Correct the type</Button>
  if (request.erasureBegunAt) return <Button unavailableBecause={begun}>Correct the type</Button>
  const choices = [...requestTypes.values()].filter(type => type.key !== request.type)
  return (
    <Act on={on} command="retype" form="retype">
      <Confirm
        label="Correct the type"
        sentence="The request becomes one of another type, with the tasks of that type; what the checks say wins."
      >
        <Select
          name={inputName('retype', 'type')}
          label="Type"
          choices={choices.map(type => ({ value: type.key, label: type.title }))}
        />
        <TextArea name={inputName('retype', 'note')} label="Why" rows={2} required />
        <Button tone="primary">Correct the type</Button>
      </Confirm>
    </Act>
  )
}

function Close({ on, request, privacy }: Pick<OtherActionsProps, 'on' | 'request' | 'privacy'>) {
  const compose = (key: string) => `/requests/${on.reference}/messages?compose=${key}#composer`
  const refuse = !open(request.state) ? closed : privacy ? undefined : 'Privacy refuses requests.'
  const withdraw = !open(request.state)
    ? closed
    : request.erasureBegunAt
      ? begun
      : request.messages.some(message => message.direction === 'in')
        ? undefined
        : 'Only on the requester’s own message, and there is none in this request.'
  return (
    <>
      {withdraw ? (
        <Button unavailableBecause={withdraw}>Close as withdrawn</Button>
      ) : (
        <DeskButtonLink href={compose('request-closed')}>Close as withdrawn</DeskButtonLink>
      )}
      {refuse ? (
        <Button unavailableBecause={refuse}>Refuse the request</Button>
      ) : (
        <DeskButtonLink href={compose('request-refused')}>Refuse the request</DeskButtonLink>
      )}
    </>
  )
}
