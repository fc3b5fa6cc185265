import type { RequestType } from '../handbook/request-types/request-type'
import { screensOf } from '../machine/screens/index'
import { type Machine, type MachineCommand, machineOf } from './machine'

/** The state diagram in Mermaid's words. */
export function mermaid({ states, moves, type }: Machine): string {
  const label = (state: string) => (state === 'processing' ? type.processingAs.desk.toLowerCase() : state)
  return [
    'stateDiagram-v2',
    '  direction TB',
    ...states.map(state => `  ${state} : ${label(state)}`),
    '  [*] --> submitted',
    ...moves.map(
      ({ from, to, commands }) => `  ${from} --> ${to} : ${commands.map(command => command.name).join(', ')}`,
    ),
    '  closed --> [*]',
    '',
  ].join('\n')
}

const list = (items: readonly string[]) => (items.length > 0 ? items.join(', ') : 'none')
const row = (...cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[][]) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map(cells => row(...cells))].join('\n')
const whoWords = ({ who }: MachineCommand) => who.map(role => role.replaceAll('-', ' ')).join(', ')

const anytimeTable = (commands: readonly MachineCommand[]) =>
  table(
    ['command', 'who', 'in'],
    commands.map(command => [`\`${command.name}\``, whoWords(command), command.from.join(', ')]),
  )

/** What is said of a command in the table; a request's and a task's command may have the same name. */
const lineOf = (command: MachineCommand) => JSON.stringify(command)

/** What every type allows in several states. */
function anytimeOfAll(types: readonly RequestType[]): MachineCommand[] {
  const [first = [], ...others] = types.map(type => machineOf(type, types).anytime)
  const lines = others.map(commands => new Set(commands.map(lineOf)))
  return first.filter(command => lines.every(known => known.has(lineOf(command))))
}

/** The page of what every request type allows in several states; the pages of the types hold the rest. */
export const anytimePage = (types: readonly RequestType[]): string => `# In several states, for every type

<!-- Written by \`npm run habeas -- machine\` from lib/core; a test fails when it is stale. -->

These commands don't move a request. Each request type adds its own on its page.

${anytimeTable(anytimeOfAll(types))}
`

/** The page of one type in the docs, written from its definition. */
export function machinePage(type: RequestType, types: readonly RequestType[]): string {
  const machine = machineOf(type, types)
  const { requirements, tasks, messages, windows, moves } = machine
  const common = new Set(anytimeOfAll(types).map(lineOf))
  const anytime = machine.anytime.filter(command => !common.has(lineOf(command)))
  return `# ${type.title}

<!-- Written by \`npm run habeas -- machine\` from lib/core; a test fails when it is stale. -->

${type.publicSummary} Key: \`${type.key}\`. Opened by ${type.openedBy === 'public' ? 'the person' : 'staff'}.

\`\`\`mermaid
${mermaid(machine)}\`\`\`

## Ends as soon as the checks have answered

${list(screensOf(type).map(screen => `${screen.title} (\`${screen.outcome}\`)`))}

## What must be settled first

${
  requirements.length === 0
    ? 'Nothing.'
    : table(
        ['requirement', 'settled by', 'windows'],
        requirements.map(({ requirement, windows: own }) => [
          requirement.title,
          list(requirement.settledBy.map(name => `\`${name}\``)),
          list(own.map(({ reason, days }) => `${reason}, ${days} days`)),
        ]),
      )
}

## Windows

${table(
  ['window', 'calendar days'],
  windows.map(({ reason, days }) => [reason, String(days)]),
)}

## Moves

${table(
  ['from', 'to', 'command', 'who'],
  moves.flatMap(({ from, to, commands, windows: silent }) => [
    ...commands.map(command => [from, to, `\`${command.name}\``, whoWords(command)]),
    ...silent.map(({ reason, days }) => [from, to, `silence: ${reason}, ${days} days`, 'system']),
  ]),
)}

## In several states, without moving the request

${anytime.length === 0 ? 'Only' : `${anytimeTable(anytime)}\n\nAnd`} what [every type allows](any-time.md).

## Tasks

${table(
  ['task', 'team', 'steps'],
  tasks.map(task => [
    task.name,
    task.team.replaceAll('-', ' '),
    list(task.steps.map(step => `${step.label}${step.destructive ? ' (destructive)' : ''}`)),
  ]),
)}

## Messages

${messages.map(({ name, key }) => `- ${name} (\`${key}\`)`).join('\n')}
`
}
