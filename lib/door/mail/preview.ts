import { messages as templates } from '@/emails/index'
import { wouldDecline } from '@/lib/core/advice/dry-run'
import { messageAct } from '@/lib/core/advice/message-acts'
import { questionsNeeded } from '@/lib/core/derived/verification/needed'
import { questionSets } from '@/lib/core/derived/verification/question-sets'
import { messageRules } from '@/lib/core/handbook/messages/index'
import type { Context } from '@/lib/core/machine/decision'
import { saysGone } from '@/lib/core/machine/message-effects'
import { settlementOf } from '@/lib/core/machine/requirements/settlement'
import { originalsOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { keptOf } from '@/lib/mail/left-out'
import { fillForEditing } from '@/lib/mail/render'
import { isLink } from '@/lib/mail/template'
import { templateFor } from './compose'
import { valuesFor } from './message-values'
import { rightsOf } from './rights-frame'

export interface Preview {
  key: string
  name: string
  /** The command that sends it. */
  command: string
  subject: string
  body: string
  /** Variables that have no value yet; each blocks sending until it is filled in. */
  missing: string[]
  /** Variables that may not be taken out of the text, with the words that they left in it; a link leaves its name. */
  kept: { name: string; words: string[] }[]
  /** What is added below the text on sending, where the message declines what was asked: the person's rights. */
  rights: string | null
}

function settlementWords(request: PrivacyRequest) {
  const { remaining, staying } = settlementOf(request)
  return { remaining_items: remaining, staying_items: staying }
}

/**
 * A message as it would go for a request now: variables filled in, links left for sending; null where nobody sends it by hand.
 * @param request as read for the person to whom the message is shown
 * @param context what a command would know if they ran it now
 */
export async function previewMessage(
  request: PrivacyRequest,
  context: Context,
  key: string,
): Promise<Preview | null> {
  const rule = messageRules.get(key)
  if (!rule || rule.by === 'system' || !templates.some(template => template.key === key)) return null
  const level = questionsNeeded(request)
  const original = originalsOf(request)[0]
  const own = {
    ...(level && { questions: questionSets[level].map(question => question.text) }),
    ...(original && { original_reference: original.reference }),
    closed_because: 'You asked us to stop.',
    ...(saysGone.has(key) && settlementWords(request)),
  }
  const template = await templateFor(undefined, key, request.locale)
  const values = await valuesFor(undefined, request, own, context.now, template)
  const kept = keptOf(template.variables).map(name => {
    const value = isLink(name) ? null : values[name]
    return { name, words: value ? [value].flat().map(String) : [] }
  })
  const act = messageAct(key)
  const declined = act ? wouldDecline(act, request, context) : null
  const rights = declined && (await rightsOf(undefined, declined, context))
  return { key, name: rule.name, command: rule.by, ...fillForEditing(template, values), kept, rights }
}
