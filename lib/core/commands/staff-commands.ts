import type { Who } from '../people/actor'
import { roles } from '../people/actor'
import { requestCommands, taskCommands } from './index'

const forStaff: readonly Who[] = [...roles, 'task-team']

/** Who among staff may run a command; nobody where it is the data subject's or the system's own. */
export const staffOf = (command: { who: readonly Who[] }): Who[] =>
  command.who.filter(who => forStaff.includes(who))

const ofStaff = <Command extends { who: readonly Who[]; internal?: true }>(
  commands: ReadonlyMap<string, Command>,
) => new Map([...commands].filter(([, command]) => !command.internal && staffOf(command).length > 0))

/** The commands that people who work here run by name; the API has these and no others. */
export const staffRequestCommands = ofStaff(requestCommands)
export const staffTaskCommands = ofStaff(taskCommands)
