import { z } from 'zod'
import { requestCommand } from '../../command'
import { permissionOf } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { receive } from '../../receive'
import { currentRequirement } from '../../request-types/of'
import { ownerPermission } from '../../requirements/owner-permission'
import { refusePermission } from '../../windows/index'

/** The person says whether we should ask their administrator. "No" ends the request as silence does, at once. */
export const answerOwnerContact = requestCommand({
  name: 'answer-owner-contact',
  label: 'Send my answer',
  from: ['verifying'],
  to: ['verifying', 'closed'],
  who: ['requester'],
  input: z.object({ contact: z.enum(['yes', 'no']), text: z.string().trim().max(2000).optional() }),
  decide(request, { contact, text }, context) {
    const permission = permissionOf(request)
    if (currentRequirement(request) !== ownerPermission || !permission) return refuse('not-asked')
    if (permission.consent) return refuse('already-answered')
    const answered = { ...permission, consent: contact, consentAt: context.now }
    const draft = new Draft(request, context)
      .closeWindow('owner-consent', 'requester')
      .fact({ consent: contact })
    draft.set({
      ownerPermissions: request.ownerPermissions.map(one => (one.id === permission.id ? answered : one)),
    })
    const words =
      contact === 'yes' ? 'Yes, please ask my administrator.' : 'No, please don’t ask my administrator.'
    receive(
      draft,
      'owner-contact',
      'Whether to ask the administrator',
      [words, text].filter(Boolean).join('\n\n'),
    )
    return contact === 'yes'
      ? draft.done()
      : refusePermission(draft, 'The user did not want their administrator asked').done()
  },
})
