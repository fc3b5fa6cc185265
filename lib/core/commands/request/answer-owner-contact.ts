import { z } from 'zod'
import { repliedTo } from '../../derived/question-mail'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { receive } from '../../machine/conversation/receive'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { currentRequirement } from '../../machine/requirements/index'
import { ownerPermission, refusePermission } from '../../machine/requirements/owner-permission'
import { supportAndPrivacy } from '../../people/permissions'
import { permissionOf } from '../../request/current'

/**
 * The person says whether we should ask their administrator. "No" ends the request as silence does, at once. Where they wrote a
 * reply instead, support reads it and records the answer with a note; never without their own words.
 */
export const answerOwnerContact = requestCommand({
  name: 'answer-owner-contact',
  label: 'Send my answer',
  may: 'Answer about the administrator and ask for help; support records what a reply says',
  who: ['requester', ...supportAndPrivacy],
  says: {
    before:
      'This is recorded as the person’s own answer. Yes: the owner may be contacted. No: the person is told, and the request closes without permission.',
    done: 'The answer is recorded.',
    history: ({ consent }) =>
      consent === 'yes'
        ? 'agreed that their administrator is asked'
        : 'did not want their administrator asked',
  },
  from: ['verifying'],
  to: ['verifying', 'closed'],
  input: z.object({
    contact: z.enum(['yes', 'no']),
    /** The person's own words. */
    text: z.string().trim().max(10_000).optional(),
    /** What of their reply says so; staff only. */
    note: z.string().trim().max(2000).optional(),
  }),
  form: [{ name: 'note', label: 'Where their reply says so' }],
  decide(request, { contact, text, note }, context) {
    const permission = permissionOf(request)
    if (currentRequirement(request) !== ownerPermission || !permission) return refuse('not-asked')
    if (permission.consent) return refuse('already-answered')
    const recorded = context.actor.kind === 'staff'
    if (recorded && !repliedTo(request, 'owner-consent')) return refuse('mailbox-message-missing')
    if (recorded && !note) return refuse('invalid-input', 'note')
    const answered = { ...permission, consent: contact, consentAt: context.now }
    const draft = new Draft(request, context)
      .closeWindow('owner-consent', 'requester')
      .fact({ consent: contact, ...(recorded ? { readFromReply: true } : {}) })
    draft.set({
      ownerPermissions: request.ownerPermissions.map(existing =>
        existing.id === permission.id ? answered : existing,
      ),
    })
    if (recorded)
      markRead(draft, 'reply').note(`The reply says ${contact} to asking the administrator: ${note}`)
    else
      receive(draft, {
        key: 'owner-contact',
        subject: 'Whether to ask the administrator',
        body: wordsOf(contact, text),
        // A plain choice says all that there is to read.
        read: !text,
      })
    return contact === 'yes'
      ? draft.done()
      : refusePermission(draft, 'The user did not want their administrator asked').done()
  },
})

const wordsOf = (contact: 'yes' | 'no', text: string | undefined): string => {
  const words =
    contact === 'yes' ? 'Yes, please ask my administrator.' : 'No, please don’t ask my administrator.'
  return [words, text].filter(Boolean).join('\n\n')
}
