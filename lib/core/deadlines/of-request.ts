import { typeOf } from '../handbook/request-types/type-of'
import type { PrivacyRequest } from '../request/request'
import { dayOf } from './days'
import { type Deadline, deadline, type IsHoliday } from './deadline'
import type { ExtensionReason, Law } from './law'
import { lawFor } from './law-for'
import { type LawVersion, lawOfRule, lawsNow } from './law-versions'

type Clocked = Pick<
  PrivacyRequest,
  | 'type'
  | 'country'
  | 'region'
  | 'receivedAt'
  | 'timeZone'
  | 'dueRule'
  | 'pauses'
  | 'windows'
  | 'extendedAt'
  | 'notifiedDay'
>

/** What counting a deadline needs to know besides the request. */
interface Knows {
  now: Date
  /** IANA name; the organisation's, for a requester whose own isn't known. */
  timeZone: string
  rules: { defaultLaw: string; lawVersions: readonly LawVersion[] }
  holidaysOf(country: string | null, region: string | null): IsHoliday
}

/** The law that a request is answered under: the one written on it, in that version, else the one of its jurisdiction now. */
export function lawOf(request: Clocked, { timeZone, rules }: Pick<Knows, 'timeZone' | 'rules'>): Law {
  const kept = lawOfRule(request.dueRule, rules.lawVersions)
  if (kept) return kept
  const receivedOn = dayOf(request.receivedAt, request.timeZone ?? timeZone).toString()
  return lawFor(lawsNow(rules.lawVersions), request.country, request.region, receivedOn, rules.defaultLaw)
}

/** The law's clock for this request, with its working. An open pause counts until its window ends. */
export function deadlineOf(request: Clocked, context: Knows): Deadline & { law: Law } {
  const law = lawOf(request, context)
  const { action } = typeOf(request)
  const until = request.windows.find(window => window.reason === 'verification' && !window.closedAt)?.endsAt
  const pauses = request.pauses
    .filter(pause => law.pausesFor.includes(pause.reason))
    .map(({ from, to }) => ({ from, to: to ?? until ?? context.now }))
  const computed = deadline({
    law,
    action,
    receivedAt: request.receivedAt,
    timeZone: request.timeZone ?? context.timeZone,
    isHoliday: context.holidaysOf(request.country, request.region),
    pauses,
    extended: request.extendedAt !== null,
    ...(request.notifiedDay ? { notifiedDay: request.notifiedDay } : {}),
    now: context.now,
  })
  return { ...computed, law }
}

/** What the message says for a coded reason. */
export const extensionWords: Readonly<Record<ExtensionReason, string>> = {
  complexity: 'Your request is complex, and it takes longer than usual to answer it properly.',
  'number-of-requests': 'We have received a large number of requests.',
  interference: 'Answering sooner would unreasonably interfere with our work.',
  consultation: 'We have to consult others before we can answer.',
  'format-conversion': 'Your data has to be converted into another format.',
  other: 'We need more time to answer your request properly.',
}
