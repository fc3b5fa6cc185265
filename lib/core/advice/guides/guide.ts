import type { Who } from '../../people/actor'
import type { CommandName } from '../../people/command-names'
import type { PrivacyRequest } from '../../request/request'
import type { ConnectedSystem } from '../../systems/connected'

/** One action that the rules offer now; `preset` is the part of the command's input that is already decided. */
export interface NextStep {
  command: CommandName
  label: string
  preset?: Readonly<Record<string, string | boolean>>
  /** Fields that the command may do without in general, but not here. */
  needs?: readonly string[]
  /** Where it is a command on a task. */
  taskId?: string
  /** Where only some of those who may run the command may take this step, e.g. refuse a request. */
  who?: readonly Who[]
  /** Possible, but not what is advised: never the first button. */
  aside?: true
}

/** What to do in a situation: the first that fits is the next step, the others that fit are offered below it. */
export interface Guide {
  when(request: PrivacyRequest): boolean
  /** What to do now, in a sentence or two; by the request or the systems where it names something of them. */
  say: string | ((request: PrivacyRequest, systems: readonly ConnectedSystem[]) => string)
  /** The rule's name and words. */
  why: string
  /** @param systems that can do steps in place of people */
  steps(request: PrivacyRequest, systems: readonly ConnectedSystem[]): NextStep[]
}
