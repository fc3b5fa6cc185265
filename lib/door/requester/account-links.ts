import { accountHolderOf } from '@/lib/auth/requester'
import { confirmAuthority } from '@/lib/core/commands/request/confirm-authority'
import { object } from '@/lib/core/commands/request/object'
import { currentRequirement } from '@/lib/core/machine/requirements/index'
import { subjectConfirmation } from '@/lib/core/machine/requirements/subject-confirmation'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { findReplay } from '@/lib/store/audit/audit'
import type { Allowance } from '@/lib/store/database/limits'
import { inTransaction } from '@/lib/store/database/transaction'
import { readRequest } from '@/lib/store/request/requests'
import { type AccessLink, findAccessLink, useAccessLink } from '@/lib/store/visits/access-links'
import { allowFromNetwork } from '../answer/public-limits'
import { runRequestCommand } from '../run/run'
import { discardUnsent, keepUnsent } from './requester-messages'

/** What the link of a mail to the account's own mailbox, or to the person, shows. It opens no session. */
export interface AccountLinkView {
  link: AccessLink
  shows: 'object' | 'agree'
  request: PrivacyRequest
}

/** Its holder can object for as long as there is something to stop; the person can agree while we wait for that. */
export async function viewAccountLink(link: AccessLink): Promise<AccountLinkView | null> {
  const request = link.state === 'open' ? await readRequest(accountHolderOf(link), link.reference) : null
  if (!request) return null
  if (link.purpose === 'subject' && confirmAuthority.from.includes(request.state)) {
    if (currentRequirement(request) === subjectConfirmation) return { link, request, shows: 'agree' }
  }
  return link.purpose === 'object' && object.from.includes(request.state)
    ? { link, request, shows: 'object' }
    : null
}

export type Pressed = { kind: 'done' } | { kind: 'no-link' } | { kind: 'busy'; allowance: Allowance }

/**
 * Stops the request until Privacy has reviewed it. It uses the link up. What can't be taken yet is kept for the page of the
 * link (`readUnsent`), so that nobody writes it twice.
 * @param address of the client
 */
export async function pressObjection(token: string, text: string, address: string): Promise<Pressed> {
  const pressed = await press(token, address, { name: object.name, input: { text } })
  if (pressed.kind === 'busy' && (await findAccessLink(token))) await keepUnsent(token, { reply: text })
  if (pressed.kind === 'done') await discardUnsent(token)
  return pressed
}

/**
 * The person agrees that somebody acts for them. It uses the link up.
 * @param address of the client
 */
export const pressAgreement = (token: string, address: string): Promise<Pressed> =>
  press(token, address, { name: confirmAuthority.name, input: {} })

/** The second of two presses of the same button reads what the first one reads. */
async function pressedBefore({ id }: AccessLink, name: string): Promise<Pressed> {
  const first = await findReplay(`${name}:${id}`)
  return { kind: first?.result === 'done' ? 'done' : 'no-link' }
}

async function press(
  token: string,
  address: string,
  { name, input }: { name: string; input: object },
): Promise<Pressed> {
  const allowance = await allowFromNetwork(address)
  if (!allowance.ok) return { kind: 'busy', allowance }
  const found = await findAccessLink(token)
  if (!found) return { kind: 'no-link' }
  const view = await viewAccountLink(found)
  // The link of a notice takes objections only; the one to the person takes either.
  const takes = view?.shows === 'agree' || (view && name === object.name)
  if (!takes) return await pressedBefore(found, name)
  const commandId = `${name}:${found.id}`
  const result = await runRequestCommand(accountHolderOf(found), found.reference, name, input, { commandId })
  if (!result.ok) return await pressedBefore(found, name)
  await inTransaction(tx => useAccessLink(found.id, tx))
  return { kind: 'done' }
}
