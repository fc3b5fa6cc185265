import { z } from 'zod'
import { typeOf } from '../../handbook/request-types/type-of'
import { ownerDecisionDays } from '../../handbook/window-days'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { currentRequirement } from '../../machine/requirements/index'
import { ownerPermission } from '../../machine/requirements/owner-permission'
import { supportAndPrivacy } from '../../people/permissions'
import { permissionOf, taskOf } from '../../request/current'

/** Contacts the organisation's owner on a Support Ticket; legal only after the person's own yes. The owner has 10 days. */
export const requestOwnerContact = requestCommand({
  name: 'request-owner-contact',
  label: 'Contact the owner',
  may: 'Owner contact and decision',
  who: supportAndPrivacy,
  says: {
    before:
      'This says that you have written to the organisation’s owner on that ticket. They have 10 days; silence ends the request without permission.',
    done: 'Noted. The owner has 10 days.',
    history: 'contacted the organisation’s owner',
  },
  from: ['verifying'],
  to: ['verifying'],
  input: z.object({ ticket: z.url({ protocol: /^https?$/ }).max(500) }),
  form: [{ name: 'ticket', label: 'Link to the Support Ticket', hint: 'https://…' }],
  decide(request, { ticket }, context) {
    const permission = permissionOf(request)
    if (currentRequirement(request) !== ownerPermission || !permission) return refuse('permission-not-asked')
    if (permission.consent !== 'yes') return refuse('consent-first')
    if (permission.contactedAt) return refuse('already-answered')
    const contacted = { ...permission, contactTicket: ticket, contactedAt: context.now }
    return markRead(new Draft(request, context), 'owner-contact')
      .set({
        ownerPermissions: request.ownerPermissions.map(existing =>
          existing.id === permission.id ? contacted : existing,
        ),
      })
      .note(`The owner was contacted: ${ticket}`, taskOf(request, typeOf(request).mainTask)?.id ?? null)
      .openWindow('owner-decision', ownerDecisionDays, true)
      .done()
  },
})
