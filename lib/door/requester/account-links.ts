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
 * Stops the request until Privacy has reviewed it. It uses the link up.
 * @param address of the client
 */
export const pressObjection = (token: string, text: string, address: string): Promise<Pressed> =>
  press(token, address, () => ({ name: object.name, input: { text } }))

/**
 * The person agrees that somebody acts for them. It uses the link up.
 * @param address of the client
 */
export const pressAgreement = (token: string, address: string): Promise<Pressed> =>
  press(token, address, ({ shows }) =>
    shows === 'agree' ? { name: confirmAuthority.name, input: {} } : null,
  )

const buttons = { object: object.name, subject: confirmAuthority.name } as const

/** The second of two presses reads what the first one reads. */
async function pressedBefore({ id, purpose }: AccessLink): Promise<Pressed> {
  if (purpose !== 'object' && purpose !== 'subject') return { kind: 'no-link' }
  const first = await findReplay(`${buttons[purpose]}:${id}`)
  return { kind: first?.result === 'done' ? 'done' : 'no-link' }
}

async function press(
  token: string,
  address: string,
  commandFor: (view: AccountLinkView) => { name: string; input: object } | null,
): Promise<Pressed> {
  const allowance = await allowFromNetwork(address)
  if (!allowance.ok) return { kind: 'busy', allowance }
  const found = await findAccessLink(token)
  if (!found) return { kind: 'no-link' }
  const view = await viewAccountLink(found)
  const command = view && commandFor(view)
  if (!command) return await pressedBefore(found)
  const { link } = view
  const commandId = `${command.name}:${link.id}`
  const actor = accountHolderOf(link)
  const result = await runRequestCommand(actor, link.reference, command.name, command.input, { commandId })
  if (!result.ok) return await pressedBefore(found)
  await inTransaction(tx => useAccessLink(link.id, tx))
  return { kind: 'done' }
}
