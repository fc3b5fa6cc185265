import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/form/text-field'

interface ReplyFormProps {
  /** It comes after the request has ended: in a way that a word from them can still change, or for good. */
  ended?: 'open-again' | 'for-good' | undefined
  typed: string
  error?: string
  /** Tells one press of the button from the next. */
  press: string
}

const endedWords = {
  'open-again':
    'This request has ended, so what you write arrives late. Somebody reads it all the same, and decides whether we can open the request again.',
  'for-good': 'This request has ended. Somebody reads what you write all the same, and answers you by email.',
}

/** Their own words to us. */
export function ReplyForm({ ended, typed, error, press }: ReplyFormProps) {
  return (
    <form method="post" action="/my/request/reply" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="press" value={press} />
      {ended && <p className="max-w-measure text-ink-soft">{endedWords[ended]}</p>}
      <TextArea
        name="text"
        label="Your message"
        rows={4}
        required
        autoComplete="off"
        defaultValue={typed}
        {...(error && { error })}
      />
      <p>
        <Button>Send my reply</Button>
      </p>
    </form>
  )
}
