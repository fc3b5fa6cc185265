import type { Action } from '../request/request'

/** What arrives other than through the Privacy Center; answers.ts has how the handbook answers it. */

/** The roads of which staff or a ticket system log what came. */
export const loggedChannels = [
  'support-ticket',
  'mail',
  'letter',
  'telephone',
  'forum-post',
  'in-person',
  'chat',
  'social-media',
  'other',
] as const
/** All of them: a complaint can be sent from a page of the Privacy Center, too, without any request. */
export const channels = [...loggedChannels, 'privacy-center'] as const
export type Channel = (typeof channels)[number]

export const askables = [
  'account-deletion',
  'data-access',
  'data-export',
  'data-portability',
  'forum-deletion',
  'rectification',
  'objection',
  'marketing-opt-out',
  'complaint',
  'restriction',
  'consent-withdrawal',
  'other',
] as const
export type Askable = (typeof askables)[number]
export const isAskable = (word: string): word is Askable => askables.some(key => key === word)

/** Other spellings that programs may send. */
export const spellings = { 'data-rectification': 'rectification' } as const satisfies Record<string, Askable>

/** How far a connected system is with the answer to a ticket that came from it by itself. */
export const answerings = ['queued', 'answered', 'failed'] as const
export type Answering = (typeof answerings)[number]

export interface OffChannelAnswer {
  /** Kept with the log. */
  key: string
  label: string
  /** Name of the macro in the ticket system, where there is one. */
  macro?: string
  /** Text to send; words that depend on the channel and the organisation stand in braces, see answer-text.ts. */
  text: string
  /** The text once the request is open: until then nothing may be said to be open. */
  opened?: string
  /** What becomes of the ticket. */
  ticket: 'solved' | 'kept'
  /** The request type that may be opened for it. */
  opens?: string
  /** Privacy answers it itself, by the law's clock for this action, or for complaints to us. */
  privacyBy?: Action | 'complaint'
  /** The law's clock counts for the person from the day on which it came, though they are sent to the form. */
  countsFor?: Action
}

export interface OffChannelRule {
  asks: Askable
  title: string
  /** The first is the usual one; another is the engineer's choice. */
  answers: readonly [OffChannelAnswer, ...OffChannelAnswer[]]
}
