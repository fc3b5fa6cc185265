import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance } from '../../machine/flow'
import { currentRequirement } from '../../machine/requirements/index'
import { ownerPermission, refusePermission } from '../../machine/requirements/owner-permission'
import { permissionOf } from '../../request/current'

/** What the owner decided; a written instruction of the administrator counts whenever it comes before closing. */
export const recordOwnerDecision = requestCommand({
  name: 'record-owner-decision',
  label: 'Record the owner’s decision',
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    granted: z.boolean(),
    ticket: z.url({ protocol: /^https?$/ }).max(500),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  decide(request, { granted, ticket, ...edited }, context) {
    const permission = permissionOf(request)
    if (currentRequirement(request) !== ownerPermission || !permission) return refuse('permission-not-asked')
    const decidedById = context.actor.kind === 'staff' ? context.actor.id : null
    const decided = { ...permission, granted, decisionTicket: ticket, decidedAt: context.now, decidedById }
    const draft = new Draft(request, context)
      .set({
        ownerPermissions: request.ownerPermissions.map(existing =>
          existing.id === permission.id ? decided : existing,
        ),
      })
      .closeWindow('owner-consent', 'owner')
      .closeWindow('owner-decision', 'owner')
      .fact({ granted })
      .note(`${granted ? 'The owner granted permission' : 'The owner refused permission'}: ${ticket}`)
    return granted
      ? advance(draft).done()
      : refusePermission(draft, `The owner refused permission: ${ticket}`, edited).done()
  },
})
