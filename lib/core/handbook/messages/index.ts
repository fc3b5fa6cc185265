import { english, type MessageKey } from '@/emails/en/index'
import type { Role } from '../../people/actor'
import type { WindowReason } from '../../request/response-window'

export type { MessageKey }

/** How a message is sent and what it opens. It is written beside the message's words, in emails/en. */
export interface MessageRule {
  key: MessageKey
  /** The handbook's name. */
  name: string
  /** The command that sends it with its effect; `system` where only the system does. */
  by: string
  /** The roles that may send it with `send-message`; absent where everybody on the desk may. */
  roles?: readonly Role[]
  window?: { reason: WindowReason; days: number }
}

// A rule that names a window or a role that there isn't fails to compile here.
const all: readonly MessageRule[] = Object.values(english).map(({ key, name, rule }) => ({
  key,
  name,
  ...rule,
}))

export const messageRules: ReadonlyMap<string, MessageRule> = new Map(all.map(rule => [rule.key, rule]))
