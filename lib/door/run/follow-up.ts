import { systemClock } from '@/lib/clock'
import { dayOf, instantOn, wrongDay, wrongDayWords, zoneOf } from '@/lib/core/deadlines/days'
import { mayBeFollowed } from '@/lib/core/derived/reopening'
import type { StaffActor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { env } from '@/lib/env'
import { readRequest } from '@/lib/store/request/requests'
import { refusal } from '../answer/refusal'
import { type SubmitResult, submitRequest } from './submit'

/**
 * Opens a request that follows a closed one which isn't reopened: the same type, person and account, linked to it. Nothing
 * verified carries over; the person confirms the mailbox again. Pressing twice opens one.
 * @param reference of the closed request
 * @param receivedOn the day `YYYY-MM-DD` on which they asked again, where that was earlier than today
 */
export async function openFollowUp(
  actor: StaffActor,
  reference: string,
  commandId: string,
  receivedOn?: string,
): Promise<SubmitResult> {
  if (!can(actor.role, 'open-request')) return refusal('not-allowed')
  const request = await readRequest(actor, reference)
  if (!request) return refusal('not-found')
  if (!mayBeFollowed(request)) return refusal('illegal-state')
  const { type, email, username, name, country, region, details, locale, requesterEmail } = request
  const { relationship, actingAs, forumProfile, forumUsername, timeZone, whatIsWrong, whatIsRight } = request
  const same = {
    ...{ type, email, username, name, country, region, details, locale, requesterEmail },
    ...{ relationship, actingAs, forumProfile, forumUsername, timeZone, whatIsWrong, whatIsRight },
  }
  const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== null))
  const now = systemClock.now()
  const zone = zoneOf(request, env().orgTimeZone)
  const zones = [zone, env().orgTimeZone]
  const wrong = receivedOn && wrongDay(receivedOn, { now, notBefore: request.receivedAt, zones })
  if (wrong) {
    const words = wrong === 'future' ? wrongDayWords.future : 'This is before the earlier request.'
    return refusal('invalid-input', { detail: 'receivedOn', fields: { receivedOn: words } })
  }
  // Today is left to the database's clock, which decides what now is.
  const isEarlier = receivedOn !== undefined && receivedOn < dayOf(now, zone).toString()
  const asked = isEarlier && instantOn(receivedOn, zone, { now, notBefore: request.receivedAt })
  const received = asked ? { receivedAt: asked.toISOString() } : {}
  return await submitRequest(
    actor,
    { ...given, ...received, follows: request.reference },
    { commandId, source: 'staff' },
  )
}
