import type { z } from 'zod'
import type { Who } from '../people/actor'
import { requestRows, taskRows, whoMay } from '../people/permission-table'
import type { PrivacyRequest, State } from '../request/request'
import type { Task } from '../request/task'
import type { Context, Decision } from './decision'

interface Shared<Input extends z.ZodType> {
  /** Kebab-case verb; the same in the API, the audit and the diagrams. */
  name: string
  /** What its button says. */
  label: string
  /** States in which it is legal at all. */
  from: readonly State[]
  /** States that it can lead to, itself and its consequences included. */
  to: readonly State[]
  /** Where it turns a request back, which nothing else does. A closed one is reopened instead. */
  back?: readonly { from: State; to: State }[]
  /** From the permission table, by its name. */
  who: readonly Who[]
  input: Input
  /** Runs only inside the door, as part of something bigger; the API does not offer it by name. */
  internal?: true
  /** Leaves the version as it is: a reminder, or a mail that arrived or went out, takes nothing from somebody who is typing. */
  keepsVersion?: true
  /** Asks the door to look the account up before deciding (something destructive comes next). */
  wantsFreshChecks?(request: PrivacyRequest, input: z.output<Input>, task?: Task): boolean
  /** Looks the account up by this username alone instead of by what the request says. */
  looksUpBy?(request: PrivacyRequest, input: z.output<Input>): { username: string } | undefined
}

export interface RequestCommand<Input extends z.ZodType = z.ZodType> extends Shared<Input> {
  on: 'request'
  decide(request: PrivacyRequest, input: z.output<Input>, context: Context): Decision
}

export interface TaskCommand<Input extends z.ZodType = z.ZodType> extends Shared<Input> {
  on: 'task'
  /** Asks the door to delete the account's events first, once it is decided that nothing stands against it. */
  erasesEvents?(task: Task): boolean
  decide(request: PrivacyRequest, task: Task, input: z.output<Input>, context: Context): Decision
}

/**
 * Ties a command's input type to its schema; the registry holds them with the input forgotten.
 * @throws where the permission table doesn't list it
 */
export const requestCommand = <Input extends z.ZodType>(
  command: Omit<RequestCommand<Input>, 'on' | 'who'>,
): RequestCommand<Input> => ({
  on: 'request',
  who: whoMay(requestRows, command.name),
  ...command,
})
export const taskCommand = <Input extends z.ZodType>(
  command: Omit<TaskCommand<Input>, 'on' | 'who'>,
): TaskCommand<Input> => ({
  on: 'task',
  who: whoMay(taskRows, command.name),
  ...command,
})
