import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

/** A link to somewhere else, as the desk keeps it. */
export const issueLink = z
  .url({ protocol: /^https?$/, error: 'Give the whole link, with https://.' })
  .max(500)

/** Keeps the link to the issue that was opened about a question to Privacy, also once it is answered. */
export const linkIssue = requestCommand({
  name: 'link-issue',
  label: 'Keep the link',
  may: 'Escalate',
  who: supportAndPrivacy,
  says: { done: 'The link is kept.', history: 'kept the link to the issue of a question to Privacy' },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ issue: issueLink, escalation: z.string().max(100).optional() }),
  decide(request, { issue, escalation: id }, context) {
    const about = id ? request.escalations.find(known => known.id === id) : request.escalations.at(-1)
    if (!about) return refuse(id ? 'invalid-input' : 'no-escalation-open', id && 'escalation')
    return new Draft(request, context)
      .set({
        escalations: request.escalations.map(known => (known.id === about.id ? { ...known, issue } : known)),
      })
      .fact({ escalation: about.id })
      .done()
  },
})
