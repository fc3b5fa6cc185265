import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-field'

interface ReplyFormProps {
  /** It comes after the request has ended. */
  late: boolean
  typed: string
  error?: string
  /** Tells one press of the button from the next. */
  press: string
}

/** Their own words to us. */
export function ReplyForm({ late, typed, error, press }: ReplyFormProps) {
  return (
    <form method="post" action="/my/request/reply" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="press" value={press} />
      {late && (
        <p className="max-w-measure text-ink-soft">
          This request has ended, so what you write arrives late. Somebody reads it all the same, and decides
          whether we can open the request again.
        </p>
      )}
      <TextArea
        name="text"
        label="Your message"
        rows={4}
        required
        maxLength={4000}
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
