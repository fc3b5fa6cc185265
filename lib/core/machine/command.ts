import type { z } from 'zod'
import type { Who } from '../people/actor'
import type { RequestCommandName, TaskCommandName } from '../people/command-names'
import type { PrivacyRequest, State } from '../request/request'
import type { Task } from '../request/task'
import type { Carried, Field, Says } from './command-copy'
import type { Context, Decision } from './decision'

interface Shared<Input extends z.ZodType> {
  /** What its button says. */
  label: string
  /** The line of docs/permissions.md that it belongs to, in the handbook's words. */
  may: string
  who: readonly Who[]
  says: Says
  /** What the desk asks for before it runs. */
  form?: readonly Field[]
  /** The messages that it is run with, where it is run from the composer. */
  carries?: readonly Carried[]
  /** States in which it is legal at all. */
  from: readonly State[]
  /** States that it can lead to, itself and its consequences included. */
  to: readonly State[]
  /** Moves back to an earlier state. No other field allows that; a closed request is reopened instead. */
  back?: readonly { from: State; to: State }[]
  input: Input
  /** Runs only inside the door, as part of another operation; the API does not offer it by name. */
  internal?: true
  /** Leaves the version as it is: a reminder, or a mail that arrived or went out, takes nothing from somebody who is typing. */
  keepsVersion?: true
  /** Asks the door to look the account up before deciding (something destructive comes next). */
  wantsFreshChecks?(request: PrivacyRequest, input: z.output<Input>, task?: Task): boolean
  /** Looks the account up by this username alone instead of by what the request says. */
  looksUpBy?(request: PrivacyRequest, input: z.output<Input>): { username: string } | undefined
}

export interface RequestCommand<
  Input extends z.ZodType = z.ZodType,
  Name extends RequestCommandName = RequestCommandName,
> extends Shared<Input> {
  on: 'request'
  /** Kebab-case verb; the same in the API, the audit and the diagrams. */
  name: Name
  decide(request: PrivacyRequest, input: z.output<Input>, context: Context): Decision
}

export interface TaskCommand<
  Input extends z.ZodType = z.ZodType,
  Name extends TaskCommandName = TaskCommandName,
> extends Shared<Input> {
  on: 'task'
  name: Name
  /** Asks the door to delete the account's events first, once the decision has accepted the command. */
  erasesEvents?(task: Task): boolean
  decide(request: PrivacyRequest, task: Task, input: z.output<Input>, context: Context): Decision
}

/** Fields are checked against the input that they are for. */
interface Asking<Input extends z.ZodType> {
  form?: readonly Field<keyof z.input<Input> & string>[]
  carries?: readonly Carried<keyof z.input<Input> & string>[]
}

/** Ties a command's input and form to its schema; the registry erases the input's type. */
export const requestCommand = <Input extends z.ZodType, Name extends RequestCommandName>(
  command: Omit<RequestCommand<Input, Name>, 'on' | keyof Asking<Input>> & Asking<Input>,
): RequestCommand<Input, Name> => ({ on: 'request', ...command })
export const taskCommand = <Input extends z.ZodType, Name extends TaskCommandName>(
  command: Omit<TaskCommand<Input, Name>, 'on' | keyof Asking<Input>> & Asking<Input>,
): TaskCommand<Input, Name> => ({ on: 'task', ...command })
