import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/form/choice-field'
import { FileField } from '@/components/ui/form/file-field'
import { TextArea } from '@/components/ui/form/text-field'
import { acceptedFiles, fileHint } from './file-copy'

interface AskProps {
  /** What was typed and could not be sent. */
  typed: string
  /** By field: what is wrong with it. */
  errors: Readonly<Record<string, string>>
  /** Tells one press of the button from the next. */
  press: string
}

/** The frame of a question to the person, set apart from the rest of the page. */
function Frame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section aria-labelledby="asked" className="rounded-lg border border-accent px-5 py-5">
      <h2 id="asked" className="text-xl">
        {title}
      </h2>
      <p className="mt-2 max-w-measure text-ink-soft">{lead}</p>
      {children}
    </section>
  )
}

const column = 'mt-6 flex flex-col gap-6'
const error = (errors: AskProps['errors'], field: string) => (errors[field] ? { error: errors[field] } : {})

/** Whether their administrator may be asked; nobody's employer is told against their will. */
export function ContactForm({ typed, chosen, errors, press }: AskProps & { chosen: string }) {
  return (
    <Frame
      title="May we ask your administrator?"
      lead="The account belongs to an organisation, often an employer. They would then learn about your request. We don’t contact them unless you say yes."
    >
      <form method="post" action="/my/request/contact" noValidate className={column}>
        <input type="hidden" name="press" value={press} />
        <RadioGroup
          name="contact"
          label="Your answer"
          required
          choices={[
            { value: 'yes', label: 'Yes, ask my administrator' },
            {
              value: 'no',
              label: 'No, don’t ask',
              hint: 'We then close the request. Nothing is deleted, and nobody is told.',
            },
          ]}
          defaultValue={chosen}
          {...error(errors, 'contact')}
        />
        <TextArea
          name="text"
          label="Anything you would like to add"
          required={false}
          rows={2}
          autoComplete="off"
          defaultValue={typed}
          {...error(errors, 'text')}
        />
        <p>
          <Button tone="primary">Send my answer</Button>
        </p>
      </form>
    </Frame>
  )
}

interface WordsFormProps extends AskProps {
  title: string
  lead: string
  action: string
  label: string
}

/** An answer in the person's own words, and nothing else. */
function WordsForm({ title, lead, action, label, typed, errors, press }: WordsFormProps) {
  return (
    <Frame title={title} lead={lead}>
      <form method="post" action={action} noValidate className={column}>
        <input type="hidden" name="press" value={press} />
        <TextArea
          name="text"
          label={label}
          required
          rows={4}
          autoComplete="off"
          defaultValue={typed}
          {...error(errors, 'text')}
        />
        <p>
          <Button tone="primary">Send my answer</Button>
        </p>
      </form>
    </Frame>
  )
}

/** That they can't export by themselves. */
export const HelpForm = (props: AskProps) => (
  <WordsForm
    {...props}
    title="Do you need help with the export?"
    lead="Our message says how to export your projects yourself. If it doesn’t work, or if you can’t sign in, tell us here and we will do it for you."
    action="/my/request/help"
    label="Where did you get stuck?"
  />
)

/** What they mean by their request; the question itself is in our message. */
export const ClarificationForm = (props: AskProps) => (
  <WordsForm
    {...props}
    title="Please tell us what you mean"
    lead="Our message below says what we need to know. If you don’t answer in time, we continue with what you have told us so far."
    action="/my/request/clarification"
    label="What do you mean?"
  />
)

/** Documents that our privacy team asked for. */
export function DocumentsForm({ typed, errors, press }: AskProps) {
  return (
    <Frame
      title="Please send the documents"
      lead="Our message says which ones are missing. Only our privacy team opens them, and we delete them 30 days after we have decided."
    >
      <form
        method="post"
        action="/my/request/documents/files"
        encType="multipart/form-data"
        noValidate
        className={column}
      >
        <input type="hidden" name="press" value={press} />
        <TextArea
          name="text"
          label="Anything you would like to add"
          required={false}
          rows={2}
          autoComplete="off"
          defaultValue={typed}
          {...error(errors, 'text')}
        />
        <FileField
          name="documents"
          label="Documents"
          hint={fileHint}
          accept={acceptedFiles}
          multiple
          {...error(errors, 'documents')}
        />
        <p>
          <Button tone="primary">Send the documents</Button>
        </p>
      </form>
    </Frame>
  )
}
