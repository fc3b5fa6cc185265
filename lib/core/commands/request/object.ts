import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { receive } from '../../machine/conversation/receive'
import { Draft } from '../../machine/draft'

/** More than our form can send: what somebody says to stop a deletion is never cut nor sent back. */
const MOST_SENT = 600_000

/** Somebody who reads a mailbox of the account says that its owner is alive, or objects otherwise. Privacy decides. */
export const object = requestCommand({
  name: 'object',
  label: 'I object',
  may: 'Object, from a mailbox of the account itself',
  who: ['account-holder'],
  says: { history: 'heard an objection from the account’s own mailbox' },
  from: ['checking', 'verifying', 'processing'],
  to: ['checking', 'verifying', 'processing'],
  input: z.object({ text: z.string().trim().max(MOST_SENT).optional() }),
  decide(request, { text }, context) {
    const draft = new Draft(request, context).set({ objectedAt: context.now })
    if (!request.holds.some(hold => hold.reason === 'objection' && !hold.releasedAt)) draft.hold('objection')
    const subject = 'Objection from the account’s own mailbox'
    receive(draft, { key: 'objection', subject, body: text || 'I object to this request.', told: true })
    return draft.notifyTeam('privacy', 'privacy-notice', { reason: 'objection' }).done()
  },
})
