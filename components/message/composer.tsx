import Link from 'next/link'
import { inputName } from '@/components/request/form/act-input'
import { CommandField } from '@/components/request/form/command-field'
import { CommandForm, type CommandTarget } from '@/components/request/form/command-form'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { besideMessage } from '@/lib/core/advice/form-fields'
import type { Settlement } from '@/lib/core/machine/requirements/settlement'
import { ComposerText, type Kept } from './composer-text'
import { consequenceOf, filledByFields } from './consequences'

/** How the names of the composer's forms begin; the message's key follows. */
export const composing = 'write-'

export interface ComposerMessage {
  key: string
  name: string
  /** The command that sends it. */
  command: string
  subject: string
  body: string
  /** What follows, where it says that the account went without us. */
  settlement?: Settlement | undefined
  /** What may not be taken out of the text. */
  kept: readonly Kept[]
  /** What is added below the text on sending: the person's rights, where the message declines what they asked for. */
  rights: string | null
}

interface ComposerProps {
  on: CommandTarget
  /** Messages that can be sent here, with why one can't be now. */
  templates: readonly { key: string; name: string; because?: string }[]
  /** The one that is being written. */
  message: ComposerMessage | null
  closeHref: string
}

/** Writing to the requester: template at the top, then subject and text with the variables filled in, then Send. */
export function Composer({ on, templates, message, closeHref }: ComposerProps) {
  return (
    <section
      id="composer"
      aria-labelledby="composer-title"
      className="mb-6 scroll-mt-4 rounded-lg border border-line bg-surface"
    >
      <div className="flex items-center justify-between border-b border-line px-4 py-2">
        <h2 id="composer-title" className="text-lg">
          New message
        </h2>
        <Link href={closeHref} prefetch={false} className="link inline-flex min-h-control items-center">
          Close
        </Link>
      </div>
      <div className="grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <nav aria-label="Templates" className="border-line p-2 max-lg:border-b lg:border-e">
          <ul className="flex flex-col gap-0.5">
            {templates.map(({ key, name, because }) => (
              <li key={key}>
                <Link
                  href={`/requests/${on.reference}/messages?compose=${key}#composer`}
                  prefetch={false}
                  scroll={false}
                  aria-current={key === message?.key ? 'true' : undefined}
                  className={`flex min-h-control flex-col justify-center rounded-md px-2.5 py-1 ${
                    key === message?.key ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-sunken'
                  }`}
                >
                  {name}
                  {because && <span className="text-xs font-normal text-ink-soft">{because}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {message ? (
          <Writing
            key={message.key}
            on={on}
            message={message}
            because={templates.find(template => template.key === message.key)?.because}
          />
        ) : (
          <p className="p-4 text-ink-soft">Choose a template, and it is filled in for this request.</p>
        )}
      </div>
    </section>
  )
}

function Writing({
  on,
  message,
  because,
}: {
  on: CommandTarget
  message: ComposerMessage
  because: string | undefined
}) {
  const { key, command, subject, body, rights } = message
  const form = `${composing}${key}`
  const { fields, preset } = besideMessage(command, key)
  const bare = command === 'resend-confirmation'
  return (
    <CommandForm
      on={on}
      command={command}
      form={form}
      preset={preset}
      className="flex min-w-0 flex-col gap-4 p-4"
    >
      {fields.map(field => (
        <CommandField key={field.name} field={field} form={form} />
      ))}
      {bare ? (
        <p className="max-w-measure whitespace-pre-line text-ink-soft">{body}</p>
      ) : (
        <ComposerText
          subjectName={inputName(form, 'subject')}
          bodyName={inputName(form, 'body')}
          subject={subject}
          body={body}
          kept={message.kept}
          later={[filledByFields[key] ?? ''].filter(Boolean)}
        />
      )}
      {rights && (
        <section aria-labelledby={`${form}-rights`} className="max-w-measure">
          <h3 id={`${form}-rights`} className="font-semibold">
            Added below your text
          </h3>
          <p className="text-sm text-ink-soft">
            The law wants this said whenever we decline. It can’t be taken out.
          </p>
          <p dir="auto" className="mt-1 whitespace-pre-line">
            {rights}
          </p>
        </section>
      )}
      <p className="max-w-measure rounded-md bg-sunken px-3 py-2">
        <strong className="font-semibold">Send</strong> mails this to the requester,{' '}
        {consequenceOf(key, message.settlement)} It can’t be taken back.
      </p>
      {because ? (
        <Button unavailableBecause={because}>Send</Button>
      ) : (
        <Button tone="primary" className="self-start">
          <Icon name="send" />
          Send
        </Button>
      )}
    </CommandForm>
  )
}
