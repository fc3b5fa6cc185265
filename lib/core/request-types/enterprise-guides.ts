import { permissionOf } from '../current'
import type { Request } from '../request'
import { ownerPermission } from '../requirements/owner-permission'
import { currentRequirement } from './of'
import type { Guide } from './request-type'

const asking = (request: Request) =>
  request.state === 'verifying' && currentRequirement(request) === ownerPermission
const record = { command: 'record-owner-decision', label: 'Record the owner’s decision' }

export const ownerGuides: readonly Guide[] = [
  {
    when: request => asking(request) && !permissionOf(request)?.consent,
    say: 'Wait for the person to say whether we should ask their administrator. A written instruction from the administrator counts at any time.',
    why: 'Enterprise User: 7 days to answer; silence or “no” ends the request without the owner’s permission.',
    steps: () => [record],
  },
  {
    when: request =>
      asking(request) && permissionOf(request)?.consent === 'yes' && !permissionOf(request)?.contactedAt,
    say: 'The person agreed: contact the organisation’s owner on a Support Ticket, and give the link to it.',
    why: 'Owner contact: only after the person’s yes; the owner has 10 days.',
    steps: () => [{ command: 'request-owner-contact', label: 'Contact the owner' }, record],
  },
  {
    when: request => asking(request) && Boolean(permissionOf(request)?.contactedAt),
    say: 'Wait for the owner, then record what they decided with the link to the ticket.',
    why: 'Owner’s decision: granted goes on; refused, or silence for 10 days, ends the request.',
    steps: () => [
      { ...record, label: 'Permission granted', preset: { granted: true } },
      { ...record, label: 'Permission refused', preset: { granted: false } },
    ],
  },
]
