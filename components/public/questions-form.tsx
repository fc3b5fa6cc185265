import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/form/text-field'
import type { Question } from '@/lib/core/request/verification'

interface QuestionsFormProps {
  questions: readonly Question[]
  /** What was typed and could not be sent. */
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  /** Tells one press of the button from the next. */
  press: string
  /** They ask for another person, of whom they can't know everything. */
  forAnother: boolean
}

const usual = {
  title: 'Please answer these questions',
  lead: 'They help us to be sure that this comes from the right person. You can only send your answers once. If you are not sure of something, say what you do know.',
}
const ofAnother = {
  title: 'Please tell us what you know',
  lead: 'You have shown that you may act. This helps us to be sure that it is the right account. If you can’t know this, say so below: we look for another way.',
}

/** The one attempt at the questions that show whether the account is theirs, or the one that they mean. */
export function QuestionsForm({ questions, typed, errors, press, forAnother }: QuestionsFormProps) {
  const words = forAnother ? ofAnother : usual
  return (
    <section aria-labelledby="questions" className="rounded-lg border border-accent px-5 py-5">
      <h2 id="questions" className="text-xl">
        {words.title}
      </h2>
      <p className="mt-2 max-w-measure text-ink-soft">{words.lead}</p>
      <form method="post" action="/my/request/answers" noValidate className="mt-6 flex flex-col gap-6">
        <input type="hidden" name="press" value={press} />
        {questions.map(({ key, text }, at) => (
          <TextArea
            key={key}
            name={key}
            label={`${at + 1}. ${text}`}
            rows={2}
            required
            autoComplete="off"
            defaultValue={typed[key] ?? ''}
            {...(errors[key] && { error: errors[key] })}
          />
        ))}
        <p>
          <Button tone="primary">Send my answers</Button>
        </p>
      </form>
      {forAnother && (
        <form method="post" action="/my/request/unknown" className="mt-4">
          <input type="hidden" name="press" value={press} />
          <Button>I can’t know this</Button>
        </form>
      )}
    </section>
  )
}
