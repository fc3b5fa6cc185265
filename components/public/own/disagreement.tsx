import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { TextArea } from '@/components/ui/form/text-field'
import type { Appealing } from '@/lib/core/deadlines/law'
import { spanWords } from '@/lib/core/deadlines/law-labels'
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

/** A way in which the person can disagree, and the time in which it is answered. */
type Remedy = Pick<Appealing, 'kind' | 'respond'>

/** The form that an address asks to open; undefined where it names none. */
export const kindNamed = (said: unknown): Kind | undefined =>
  said === 'appeal' || said === 'complaint' ? said : undefined

interface DisagreeProps {
  /** What they can do, the first choice first; never empty. */
  remedies: readonly Remedy[]
  /** The request has ended; otherwise it continues meanwhile. */
  ended: boolean
  /** Whose form is open; undefined while only the buttons are there. */
  open: Kind | undefined
  typed: string
  error?: string
  /** Tells one press of the button from the next. */
  press: string
}

const asks: Readonly<Record<Kind, { action: string; label: string; button: string; send: string }>> = {
  appeal: {
    action: '/my/request/appeal',
    label: 'What don’t you agree with, and why?',
    button: 'Appeal',
    send: 'Send my appeal',
  },
  complaint: {
    action: '/my/request/complain',
    label: 'What is wrong?',
    button: 'Complain',
    send: 'Send my complaint',
  },
}

/** What they can do and what comes of it. @param place whether other ways are told, too, and before this one */
function means({ kind, respond }: Remedy, place: 'alone' | 'first' | 'next'): string {
  const can = place === 'next' ? 'You can also' : 'You can'
  const within = spanWords(respond)
  if (kind === 'appeal')
    return `${can} appeal. Our privacy team then looks at your request again, and decides within ${within}.`
  const complain = place === 'alone' ? 'complain to us' : 'complain about how we handled it'
  return `${can} ${complain}. Our privacy team looks at it, and answers within ${within}.`
}

/**
 * Appealing against how the request ended, and complaining about it: a button for each, which opens its form on the same page,
 * with or without script.
 */
export function Disagree({ remedies, ended, open, ...form }: DisagreeProps) {
  const chosen = remedies.find(({ kind }) => kind === open)
  const others = remedies.filter(remedy => remedy !== chosen)
  const shown = chosen ? [chosen, ...others] : others
  const explained = (remedy: Remedy) => (
    <p key={remedy.kind} className="max-w-measure">
      {means(remedy, shown.length === 1 ? 'alone' : remedy === shown[0] ? 'first' : 'next')}
      {!ended && ' Your request continues meanwhile.'}
    </p>
  )
  return (
    <section aria-labelledby="disagree" className="flex flex-col gap-4">
      <h2 id="disagree" className="text-xl">
        {ended ? 'If you don’t agree' : 'If you are not happy with this'}
      </h2>
      {chosen && explained(chosen)}
      {chosen && <DisagreeForm kind={chosen.kind} {...form} />}
      {others.length > 0 && (
        <form
          method="get"
          action="/my/request#disagree"
          className={`flex flex-col gap-4 ${chosen ? 'mt-4' : ''}`}
        >
          {others.map(explained)}
          <p className="flex flex-wrap gap-3">
            {others.map(({ kind }) => (
              <Button key={kind} name="write" value={kind}>
                {asks[kind].button}
              </Button>
            ))}
          </p>
        </form>
      )}
    </section>
  )
}

function DisagreeForm({
  kind,
  typed,
  error,
  press,
}: { kind: Kind } & Pick<DisagreeProps, 'typed' | 'error' | 'press'>) {
  const { action, label, send } = asks[kind]
  return (
    <form method="post" action={action} noValidate className="flex flex-col gap-4">
      <input type="hidden" name="press" value={press} />
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
        <Button tone="primary">{send}</Button>
      </p>
    </form>
  )
}
