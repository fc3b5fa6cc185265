import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { TextArea } from '@/components/ui/form/text-field'
import type { Appeal, AppealDecision } from '@/lib/core/request/proceedings'

type Kind = Appeal['kind']

const heading: Readonly<Record<Kind, string>> = { appeal: 'Appeal', complaint: 'Complaint' }
const decided: Readonly<Record<AppealDecision, string>> = {
  granted: 'You are right, and we change our answer.',
  partly: 'You are right in part, and we change that part of our answer.',
  'not-granted': 'Our answer stays.',
}

interface DisagreementsProps {
  /** The person's own, oldest first. */
  appeals: readonly Appeal[]
  now: Date
  timeZone: string
}

/** What became of the person's appeals and complaints: when each arrived, by when they have an answer, and the answer. */
export function Disagreements({ appeals, now, timeZone }: DisagreementsProps) {
  const day = (at: Date) => <DateText at={at} now={now} timeZone={timeZone} as="day" />
  return appeals.map(({ id, kind, ground, receivedAt, dueOn, decision, answer, answeredAt }, at) => (
    <section
      key={id}
      aria-labelledby={`disagreement-${at}`}
      className="rounded-lg border border-line px-5 py-5"
    >
      <h2 id={`disagreement-${at}`} className="text-xl">
        Your {heading[kind].toLowerCase()}
      </h2>
      <p className="mt-2 max-w-measure">We received it on {day(receivedAt)}.</p>
      <p className="mt-2 max-w-measure break-words whitespace-pre-line text-ink-soft">
        <bdi>{ground}</bdi>
      </p>
      {answeredAt && decision ? (
        <>
          <p className="mt-4 max-w-measure font-semibold">
            We answered on {day(answeredAt)}: {decided[decision]}
          </p>
          <p className="mt-2 max-w-measure break-words whitespace-pre-line">
            <bdi>{answer}</bdi>
          </p>
        </>
      ) : (
        <p className="mt-4 max-w-measure">
          Our privacy team is looking at it. You will have our answer by{' '}
          <strong className="font-semibold">{day(dueOn)}</strong>.
        </p>
      )}
    </section>
  ))
}

interface DisagreeFormProps {
  kind: Kind
  /** Days in which it is answered, in words. */
  within: string
  /** The request has ended; otherwise it continues meanwhile. */
  ended: boolean
  typed: string
  error?: string
  /** Tells one press of the button from the next. */
  press: string
}

const asks: Readonly<Record<Kind, { action: string; title: string; label: string; button: string }>> = {
  appeal: {
    action: '/my/request/appeal',
    title: 'If you don’t agree',
    label: 'What don’t you agree with, and why?',
    button: 'Appeal',
  },
  complaint: {
    action: '/my/request/complain',
    title: 'If you are not happy with this',
    label: 'What is wrong?',
    button: 'Complain',
  },
}

/** Appealing against how the request ended, or complaining about it. */
export function DisagreeForm({ kind, within, ended, typed, error, press }: DisagreeFormProps) {
  const { action, title, label, button } = asks[kind]
  return (
    <section aria-labelledby="disagree">
      <h2 id="disagree" className="mb-3 text-xl">
        {title}
      </h2>
      <form method="post" action={action} noValidate className="flex flex-col gap-4">
        <input type="hidden" name="press" value={press} />
        <p className="max-w-measure text-ink-soft">
          {kind === 'appeal'
            ? `You can appeal. Our privacy team then looks at your request again, and decides within ${within}.`
            : `You can complain to us. Our privacy team looks at it, and answers within ${within}.`}
          {!ended && ' Your request continues meanwhile.'}
        </p>
        <TextArea
          name="disagreement"
          label={label}
          rows={4}
          required
          autoComplete="off"
          defaultValue={typed}
          {...(error && { error })}
        />
        <p>
          <Button>{button}</Button>
        </p>
      </form>
    </section>
  )
}
