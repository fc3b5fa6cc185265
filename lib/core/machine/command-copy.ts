import type { MessageKey } from '../handbook/messages/index'
import type { Facts } from './decision'

/** The part of an input that a step has already decided. */
export type Preset = Readonly<Record<string, string | boolean>>

/** What a command is called before, after and long after it ran. */
export interface Says {
  /** Exactly what will happen, in one sentence. A command without it acts at once, because it can be taken back. */
  before?: string | ((preset: Preset) => string)
  /** What is confirmed after it; "Done." where nothing fits better. Where its message went out, "Sent." is said instead. */
  done?: string
  /** The command is about more than its message: `done` is said, and the message is mentioned beside it. */
  mailsToo?: true
  /** The sentence of the history after the name of who ran it, from the audit's facts. */
  history: string | ((facts: Facts) => string)
}

/** One field that the desk asks for. Whether it is required, how long it may be and what it holds follow from the input's schema. */
export interface Field<Name extends string = string> {
  name: Name
  label: string
  hint?: string
  /** What its values are called, for a choice. */
  choices?: Readonly<Record<string, string>>
  /** The words of the choice that leaves it empty; "Choose" where there are none. */
  empty?: string
  /** Asked for only by a step that needs it. */
  onlyNeeded?: true
}

/** A message whose text is read, and may be changed, before the command runs: the desk opens the composer for it. */
export interface Carried<Name extends string = string> {
  message: MessageKey
  /** What choosing this message decides of the input. */
  preset?: Preset
  /** What is asked for beside the text. */
  form?: readonly Field<Name>[]
}
