import { typeOf } from '../../handbook/request-types/type-of'
import type { Escalation } from '../../request/proceedings'
import type { PrivacyRequest } from '../../request/request'

/**
 * Text of the related issue in the team's tracker, which people outside Privacy may read: ids, the type and dates; never the
 * question itself, a name or an address.
 * @param link address of the request at the desk
 * @param day a date in words, in a time zone; the organisation's where none is given
 */
export function escalationIssue(
  request: Pick<PrivacyRequest, 'reference' | 'type' | 'state' | 'dueOn' | 'timeZone'>,
  escalation: Pick<Escalation, 'id' | 'askedAt'>,
  { link, day }: { link: string; day(at: Date, timeZone?: string): string },
): { title: string; text: string } {
  const title = `Escalation to Privacy: ${request.reference}`
  const text = [
    `## ${title}`,
    '',
    `- Request: ${request.reference} (${typeOf(request).title.toLowerCase()}, ${request.state})`,
    `- Escalation: ${escalation.id}`,
    `- Asked on: ${day(escalation.askedAt)}`,
    `- Answer to the person due on: ${day(request.dueOn, request.timeZone ?? undefined)}; the clock keeps running`,
    `- Question, what was checked, and the answer: ${link}`,
    '',
    'Please write no personal data here. Everything is on the request.',
  ].join('\n')
  return { title, text }
}
