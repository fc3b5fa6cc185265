import { consequenceOf } from '@/components/message/consequences'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { besideMessage } from '@/lib/core/advice/form-fields'
import { inputName } from '../form/act-input'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { composerLink } from './composer-link'

/** A message that can go as it is. */
export interface ReadyMessage {
  key: string
  name: string
  /** The command that sends it. */
  command: string
  subject: string
  body: string
  /** What is added below the text on sending: the person's rights, where the message declines what they asked for. */
  rights: string | null
}

/** Links are made on sending: until then their variables mark their places. */
const linkVariable = /\{\{ \w{0,60}link \}\}/g

const asShown = (text: string): string => text.replace(linkVariable, '[a link, filled in on sending]')

/** Sending a message from the next step: its text, what it does, and Send. What is sent is the text that is shown. */
export function MessageOffer({
  on,
  label,
  message,
}: {
  on: CommandTarget
  /** The step's, where it isn't the message's name. */
  label: string
  message: ReadyMessage
}) {
  const { key, name, command, subject, body, rights } = message
  const form = `offer-${key}`
  return (
    <section aria-label={name} className="flex flex-col gap-2">
      {label !== name && (
        <h3 className="text-sm font-semibold">
          {label}: {name}
        </h3>
      )}
      <p className="text-sm text-ink-soft">
        <strong className="font-semibold">Send</strong> mails the text below to the requester,{' '}
        {consequenceOf(key)} It can’t be taken back.
      </p>
      <div className="flex flex-wrap gap-x-3 gap-y-2">
        <CommandForm on={on} command={command} form={form} preset={besideMessage(command, key).preset}>
          <input type="hidden" name={inputName(form, 'subject!shown')} value={subject} />
          <input type="hidden" name={inputName(form, 'body!shown')} value={body} />
          <Button tone="primary" icon="send">
            Send {name}
          </Button>
        </CommandForm>
        <DeskButtonLink href={composerLink(on.reference, key)} tone="quiet" icon="pencil">
          Edit it first
        </DeskButtonLink>
      </div>
      <div className="rounded-md bg-sunken px-3 py-2 text-sm break-words">
        <p dir="auto" className="font-semibold">
          {asShown(subject)}
        </p>
        <p dir="auto" className="mt-2 whitespace-pre-line">
          {asShown(body)}
        </p>
        {rights && (
          <p dir="auto" className="mt-2 whitespace-pre-line">
            {rights}
          </p>
        )}
      </div>
    </section>
  )
}
