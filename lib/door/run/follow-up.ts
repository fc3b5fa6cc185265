import { mayBeFollowed } from '@/lib/core/derived/reopening'
import type { StaffActor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { readRequest } from '@/lib/store/request/requests'
import { refusal } from '../answer/refusal'
import { type SubmitResult, submitRequest } from './submit'

/**
 * Opens a request that follows a closed one which isn't reopened: the same type, person and account, linked to it. Nothing
 * verified carries over; the person confirms the mailbox again. Pressing twice opens one.
 * @param reference of the closed request
 */
export async function openFollowUp(
  actor: StaffActor,
  reference: string,
  commandId: string,
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
  return await submitRequest(actor, { ...given, follows: request.reference }, { commandId, source: 'staff' })
}
