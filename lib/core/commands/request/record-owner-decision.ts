import { z } from 'zod'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance } from '../../machine/flow'
import { currentRequirement } from '../../machine/requirements/index'
import { ownerPermission, refusePermission } from '../../machine/requirements/owner-permission'
import { supportAndPrivacy } from '../../people/permissions'
import { permissionOf, taskOf } from '../../request/current'

const ticket = {
  name: 'ticket',
  label: 'Link to the ticket with the owner’s words',
  hint: 'https://…',
} as const

/** What the owner decided; a written instruction of the administrator counts whenever it comes before closing. */
export const recordOwnerDecision = requestCommand({
  name: 'record-owner-decision',
  label: 'Record the owner’s decision',
  may: 'Owner contact and decision',
  who: supportAndPrivacy,
  says: {
    before:
      'Granted: the request continues. Refused: the person is told, the GitLab deletion task is an exception, and the request closes.',
    done: 'The decision is recorded.',
    history: ({ granted }) => `recorded that the owner ${granted ? 'granted' : 'refused'} permission`,
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    granted: z.boolean(),
    ticket: z.url({ protocol: /^https?$/ }).max(500),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  form: [
    {
      name: 'granted',
      label: 'What the owner decided',
      choices: { true: 'Permission granted', false: 'Permission refused' },
    },
    ticket,
  ],
  carries: [
    { message: 'no-enterprise-admin-permission-deletion', preset: { granted: false }, form: [ticket] },
  ],
  decide(request, { granted, ticket, ...edited }, context) {
    const permission = permissionOf(request)
    if (currentRequirement(request) !== ownerPermission || !permission) return refuse('permission-not-asked')
    const decidedById = context.actor.kind === 'staff' ? context.actor.id : null
    const decided = { ...permission, granted, decisionTicket: ticket, decidedAt: context.now, decidedById }
    const draft = markRead(new Draft(request, context), 'owner-contact')
      .set({
        ownerPermissions: request.ownerPermissions.map(existing =>
          existing.id === permission.id ? decided : existing,
        ),
      })
      .closeWindow('owner-consent', 'owner')
      .closeWindow('owner-decision', 'owner')
      .fact({ granted })
      .note(
        `${granted ? 'The owner granted permission' : 'The owner refused permission'}: ${ticket}`,
        taskOf(request, typeOf(request).mainTask)?.id ?? null,
      )
    return granted
      ? advance(draft).done()
      : refusePermission(draft, `The owner refused permission: ${ticket}`, edited).done()
  },
})
