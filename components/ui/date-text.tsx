import { Chip, type Mark } from './chip'
import { daysFrom, dayWords, dueWords, exactTime, nearWords } from './date-labels'

interface DateTextProps {
  at: Date
  now: Date
  /** IANA name, e.g. the organisation's: Europe/Amsterdam. */
  timeZone: string
  /** `near`: "today, 14:05", "in 3 days", "17 Dec 2026" · `day`: "17 Dec 2026" · `exact`: "17 Dec 2026, 23:59 CET" */
  as?: 'near' | 'day' | 'exact'
}

/**
 * A moment in words, with the exact time on hover and for machines.
 * @example <DateText at={message.at} now={now} timeZone={timeZone} />
 */
export function DateText({ at, now, timeZone, as = 'near' }: DateTextProps) {
  const exact = exactTime(at, timeZone)
  const words = {
    near: () => nearWords(at, now, timeZone),
    day: () => dayWords(at, timeZone),
    exact: () => exact,
  }[as]()
  return (
    <time dir="auto" dateTime={at.toISOString()} title={as === 'exact' ? undefined : exact}>
      {words}
    </time>
  )
}

interface DueChipProps {
  dueAt: Date
  now: Date
  timeZone: string
  /** Calendar days before the due date from which it counts as soon. */
  soonDays?: number
  /** It is over: the date is shown without a meaning. */
  closed?: boolean
}

/** When an answer is due, with its meaning: overdue, soon, or neither; `title` is the exact time, `at` the machines' one. */
export function dueMark({ dueAt, now, timeZone, soonDays = 7, closed = false }: DueChipProps): Mark & {
  title: string
  at: string
} {
  const late = dueAt.getTime() < now.getTime()
  const soon = daysFrom(now, dueAt, timeZone) <= soonDays
  return {
    words: closed
      ? `${late ? 'was due' : 'due'} ${dayWords(dueAt, timeZone)}`
      : dueWords(dueAt, now, timeZone),
    meaning: closed ? 'neutral' : late ? 'overdue' : soon ? 'soon' : 'neutral',
    icon: late && !closed ? 'circle-alert' : 'clock',
    title: exactTime(dueAt, timeZone),
    at: dueAt.toISOString(),
  }
}

/**
 * The same as a chip; the exact time on hover.
 * @example <DueChip dueAt={request.dueOn} now={now} timeZone={timeZone} />
 */
export function DueChip(props: DueChipProps) {
  const { words, meaning, icon, title, at } = dueMark(props)
  return (
    <Chip meaning={meaning} icon={icon} title={title}>
      <time dir="auto" dateTime={at}>
        {words}
      </time>
    </Chip>
  )
}
