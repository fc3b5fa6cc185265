import type { Carrier } from '../../people/actor'
import type { PrivacyRequest } from '../../request/request'
import type { Task } from '../../request/task'
import type { StepAct, SystemRole } from '../../systems/names'
import type { MessageKey } from '../messages/index'
import type { WorkLinkKey } from '../work-links'
import type { BlankSheet } from './blank-sheet'

/** An act of the systems in one role. */
export interface DoneBy {
  role: SystemRole
  act: StepAct
}

export interface StepPlan {
  key: string
  label: string
  help?: string
  destructive?: boolean
  /** Where it is done. */
  link?: WorkLinkKey
  /** It puts the account's addresses on the data platform's deletion list, which the product does once the step before is done. */
  listsAddresses?: true
  /** It is done with a version of that list, which is marked once for every request in it. */
  uploadsList?: true
  /** What the product sees of it by itself, and then ticks it. */
  seenBy?: 'sheet-download' | 'file' | 'no-sole-groups'
  /** What a connected system can do in place of a person, and what for that system is connected. */
  doneBy?: DoneBy
  /** It is ticked only with this. */
  asks?: NonNullable<Task['steps'][number]['asks']>
}

/** What a task is before it is copied to rows: editing a plan never rewrites an open request. */
export interface TaskPlan {
  key: string
  /** As teams know it, e.g. "Support Engineer (GitLab Deletion)". */
  name: string
  team: Carrier
  steps: readonly StepPlan[]
  /** For the task mail where there are no steps to tick. */
  instructions?: readonly string[]
  /** Where it is worked, beside the links of its steps. */
  links?: readonly WorkLinkKey[]
  /** How it is resolved: by its steps, by saying where data was found, or by the system itself. */
  by: 'steps' | 'found' | 'system'
  /** Systems that `found` speaks about. */
  systems?: readonly ('zendesk' | 'customersPortal')[]
  /** `Not Found` counts as done. */
  notFound: boolean
  /** A task without steps that connected systems can do whole. */
  doneBy?: DoneBy
  /** It changes what is held about a person: nothing of it is done before every required verification has passed. */
  waits?: true
  /** Completing it puts the address on marketing's list: to erase what is held, or to stop using it. */
  suppresses?: 'erasure' | 'opt-out'
  /** Completing it erases the account's row in Habeas's own directory. */
  erasesAccount?: boolean
  /** The system’s own task of deleting the account's events from the service usage data. */
  erasesEvents?: boolean
  /** The tasks that open for each system in which the person was found. */
  followUps?: Partial<Record<'zendesk' | 'customersPortal', TaskPlan>>
  /** Needs a file before it is complete, and sends this message then: the person downloads it from their own page. */
  handsOver?: MessageKey
  /** A blank sheet to download, fill in and upload. */
  blankSheet?: BlankSheet
  /** For the closing message: what was done when it is complete, what was not there when nothing was found. */
  doneWords?: string
  /** In place of `doneWords` where connected systems did it: what they erased, or that they held nothing. */
  connectedWords?: Readonly<Record<'erased' | 'nothing', string>>
  /** In place of `doneWords` where the request ends before everything was done. */
  stoppedWords?: string
  /** Where it can be complete without having found anything to do: whether `doneWords` are true of it. */
  didSomething?(task: Pick<Task, 'note'>, request: PrivacyRequest): boolean
  notFoundWords?: string
  /** What was not done, for where Privacy accepts its exception; the reason follows after a colon. */
  notDoneWords?: string
  /** What it deletes, as a line of a list: still to be deleted, or staying where it can't be. */
  dataWords?: string
  /** The same, told to somebody who asks for another person. */
  ofAnother?: Partial<
    Record<'doneWords' | 'stoppedWords' | 'notFoundWords' | 'notDoneWords' | 'dataWords', string>
  > &
    Pick<TaskPlan, 'connectedWords'>
}
