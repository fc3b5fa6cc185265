import type { Reason } from '../derived/reasons'
import { messageRules } from '../handbook/messages/index'
import type { Context } from '../machine/decision'
import type { PrivacyRequest } from '../request/request'
import { type Act, wouldRefuse } from './dry-run'
import { besideMessage } from './form-fields'

/** Commands with a form of their own, which needs more than a text. */
const formsElsewhere: readonly string[] = ['extend-deadline', 'open-appeal', 'extend-appeal', 'answer-appeal']

/** Sending this message, as the composer does it; undefined where the composer can't. */
export function messageAct(message: string): Act | undefined {
  const by = messageRules.get(message)?.by
  if (!by || by === 'system' || formsElsewhere.includes(by)) return undefined
  return { command: by, preset: besideMessage(by, message).preset }
}

export interface OfferedMessage {
  key: string
  name: string
  /** Why it would be refused now. */
  refused: Reason | null
}

/** Every message that staff can send, each with why it would be refused now. */
export const offeredMessages = (request: PrivacyRequest, context: Context): OfferedMessage[] =>
  [...messageRules.values()].flatMap(({ key, name }) => {
    const act = messageAct(key)
    return act ? [{ key, name, refused: wouldRefuse(act, request, context) }] : []
  })
