import type { MessageTemplate } from '@/emails/types'
import { link, your_rights } from '@/emails/variables'
import { complaintTo } from '@/lib/core/deadlines/complaint'
import { zoneOf } from '@/lib/core/deadlines/days'
import { lawOf } from '@/lib/core/deadlines/of-request'
import { yourRights } from '@/lib/core/derived/your-rights'
import type { Context } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { listVariables } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { readSetting } from '@/lib/store/settings/settings'

/** The person's rights, in paragraphs, for a message that declines what they asked for. */
export async function rightsOf(
  tx: Tx | undefined,
  request: PrivacyRequest,
  context: Pick<Context, 'now' | 'timeZone' | 'rules'>,
): Promise<string> {
  const { now: at, timeZone, rules } = context
  const law = lawOf(request, context)
  const authority = complaintTo(request, rules.defaultLaw, await readSetting('complaint-authority', tx))
  return yourRights(request, { law, authority, at, timeZone: zoneOf(request, timeZone) }).join('\n\n')
}

/**
 * A text with the person's rights below it, and the link to their page where the text has none. They are put there on
 * sending, so that neither the organisation's own wording nor an edited text can leave them out.
 */
export function withRights(body: string, hasPage: boolean): string {
  const page = hasPage && !listVariables(body).includes('link') ? '\n\n{{ link }}' : ''
  return `${body}\n\n{{ your_rights }}${page}`
}

/** The message with the variables that its rights need. */
export const withRightsVariables = (template: MessageTemplate): MessageTemplate => ({
  ...template,
  variables: { link, ...template.variables, your_rights },
})
