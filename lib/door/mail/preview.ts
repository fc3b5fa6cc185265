import { messages as templates } from '@/emails/index'
import { wouldDecline } from '@/lib/core/advice/dry-run'
import { messageAct } from '@/lib/core/advice/message-acts'
import { questionsNeeded } from '@/lib/core/derived/verification/needed'
import { questionSets } from '@/lib/core/derived/verification/question-sets'
import { messageRules } from '@/lib/core/handbook/messages/index'
import type { Actor } from '@/lib/core/people/actor'
import { originalsOf } from '@/lib/core/request/current'
import { fillForEditing } from '@/lib/mail/render'
import { readRequest } from '@/lib/store/request/requests'
import { contextForPage } from '../run/context'
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
  /** What is added below the text on sending, where the message declines what was asked: the person's rights. */
  rights: string | null
}

/** A message as the composer shows it for this request: variables filled in, links left for sending. */
export async function previewMessage(actor: Actor, reference: string, key: string): Promise<Preview | null> {
  const request = await readRequest(actor, reference)
  const rule = messageRules.get(key)
  if (!request || !rule || rule.by === 'system' || !templates.some(template => template.key === key))
    return null
  const level = questionsNeeded(request)
  const original = originalsOf(request)[0]
  const own = {
    ...(level && { questions: questionSets[level].map(question => question.text) }),
    ...(original && { original_reference: original.reference }),
    closed_because: 'You asked us to stop.',
  }
  const template = await templateFor(undefined, key, request.locale)
  const context = await contextForPage(actor)
  const values = await valuesFor(undefined, request, own, context.now, template)
  const act = messageAct(key)
  const declined = act ? wouldDecline(act, request, context) : null
  const rights = declined && (await rightsOf(undefined, declined, context))
  return { key, name: rule.name, command: rule.by, ...fillForEditing(template, values), rights }
}
