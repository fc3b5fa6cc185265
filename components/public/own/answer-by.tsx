import { DateText } from '@/components/ui/date-text'
import { lawForPerson } from '@/lib/core/deadlines/law-basis'
import { typeOf } from '@/lib/core/handbook/request-types/type-of'
import type { Acting, PrivacyRequest } from '@/lib/core/request/request'

const lives: Readonly<Record<Acting, string>> = {
  self: 'you live',
  'authorized-agent': 'they live',
  parent: 'your child lives',
  'legal-representative': 'they live',
}

interface AnswerByProps {
  request: PrivacyRequest
  now: Date
  timeZone: string
}

/** The latest day of our answer, or that it is late, and the law or the rule behind it. */
export function AnswerBy({ request, now, timeZone }: AnswerByProps) {
  const whose = typeOf(request).about === 'deceased' ? null : lives[request.actingAs]
  const day = (
    <strong className="font-semibold">
      <DateText at={request.dueOn} now={now} timeZone={timeZone} as="day" />
    </strong>
  )
  return (
    <div className="mt-4 mb-10 max-w-measure">
      {request.dueOn < now ? (
        <p>Our answer was due by {day}. We are sorry that it is late, and will answer as soon as we can.</p>
      ) : (
        <p>We will answer by {day}.</p>
      )}
      <p className="mt-1 text-ink-soft">{lawForPerson(request, whose)}</p>
    </div>
  )
}
