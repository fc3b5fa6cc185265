import type { MessageTemplate } from '@/emails/types'
import { complaintTo } from '@/lib/core/deadlines/complaint'
import { windowEnd, zoneOf } from '@/lib/core/deadlines/days'
import { allowsMoreTime } from '@/lib/core/deadlines/of-request'
import { actsForLiving } from '@/lib/core/derived/acting'
import { clarificationPauses } from '@/lib/core/derived/clarification'
import { documentsWanted } from '@/lib/core/derived/documents-wanted'
import { itemsIn, nothingDone } from '@/lib/core/derived/tasks/done-items'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { windowDaysOf } from '@/lib/core/handbook/window-days'
import { wordsOf } from '@/lib/core/intake/fields-for'
import { offeredType } from '@/lib/core/intake/intake-form'
import type { Variables } from '@/lib/core/machine/decision'
import { openWindow, openWindows } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import type { MessageValues } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { organisationRules } from '@/lib/store/settings/decision-rules'
import { readSetting } from '@/lib/store/settings/settings'

/** A day in words, in a language (BCP 47) and a time zone; the organisation's where none is given. */
export function dayInWords(at: Date, locale: string, timeZone = env().orgTimeZone): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  const language = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(language, format).format(at)
}

/** ISO instants and days that the core hands over become words; everything else stays as it is. */
function inWords(value: string | string[], locale: string): string | string[] {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return value
  return value.length === 10
    ? dayInWords(new Date(`${value}T12:00:00Z`), locale, 'UTC')
    : dayInWords(new Date(value), locale)
}

/** Nothing is said of more time where the law gives none. */
const mayTakeLonger = async (request: PrivacyRequest, tx: Tx | undefined): Promise<boolean> =>
  allowsMoreTime(request, { timeZone: env().orgTimeZone, rules: await organisationRules(tx) })

/**
 * The values of a message's variables: those that every message has, then the command's own. The organisation's words
 * come from the settings, what was done from the tasks, the person's own words from nobody but themselves.
 * @param tx without one, each setting is read by itself, as for a preview
 */
export async function valuesFor(
  tx: Tx | undefined,
  request: PrivacyRequest,
  own: Variables,
  now: Date,
  { key, language: locale }: Pick<MessageTemplate, 'key' | 'language'>,
): Promise<MessageValues> {
  const type = requestTypes.get(request.type)
  const zone = zoneOf(request, env().orgTimeZone)
  const carried = messageRules.get(key)?.window
  const open = carried
    ? openWindow(request, carried.reason)
    : openWindows(request).find(window => window.reason !== 'confirmation')
  const days = open?.days ?? (carried ? windowDaysOf(request, carried) : 7)
  const windowEndsAt = open?.endsAt ?? windowEnd(now, days, env().orgTimeZone)
  const mine = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, inWords(value, locale)]))
  return {
    reference: request.reference,
    // Where the person gets a link to their request, at any time.
    page_link: `${env().appUrl}/my/link`,
    organisation: await readSetting('organisation', tx),
    greeting: request.name && request.confirmedAt ? `Hello ${request.name},` : 'Hello,',
    request_type: type?.noun ?? 'the handling of personal data',
    asked_on: dayInWords(request.receivedAt, locale, zone),
    due_on: dayInWords(request.dueOn, locale, zone),
    overdue: request.dueOn < now ? 'yes' : '',
    more_time: key === 'request-received' && (await mayTakeLonger(request, tx)) ? 'yes' : '',
    no_questions: type?.questions === 'none' && !type.individualBecomes ? 'yes' : '',
    consequences: type ? [...wordsOf(type, request.actingAs).destroys] : [],
    window_days: String(days),
    documents_wanted: documentsWanted(request),
    bereaved: type?.about === 'deceased' ? 'yes' : '',
    clock_pauses: type && clarificationPauses(request) ? 'yes' : '',
    acting: type && actsForLiving(request) ? 'yes' : '',
    export_steps_link: await readSetting('export-steps-link', tx),
    window_ends_on: dayInWords(windowEndsAt, locale),
    cancel_subscription_help: await readSetting('cancel-subscription-help', tx),
    complaint_authority: complaintTo(
      request,
      await readSetting('default-law', tx),
      await readSetting('complaint-authority', tx),
    ),
    ask_again: offeredType(request.type, await readSetting('unpublished', tx))
      ? 'make a new request in our Privacy Center'
      : 'ask our support team again',
    nothing_done: nothingDone(request),
    ...itemsIn(request, key),
    ...mine,
  }
}
