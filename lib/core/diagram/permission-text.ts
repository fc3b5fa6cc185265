import { requestCommands, taskCommands } from '../commands/index'
import type { RequestCommand, TaskCommand } from '../machine/command'
import { type Role, roles, type Who } from '../people/actor'
import { requestCommandNames, taskCommandNames } from '../people/command-names'
import { abilities, abilityWords, sight } from '../people/permission-table'

const titles: Record<Role, string> = {
  'support-engineer': 'Support engineer',
  'support-readiness': 'Support readiness',
  'console-engineer': 'Console engineer',
  'forum-admin': 'Forum admin',
  privacy: 'Privacy',
  admin: 'Admin',
}
const others: Partial<Record<Who, string>> = {
  requester: 'the requester',
  'account-holder': 'who reads the account’s mailbox',
  public: 'anybody',
  system: 'the system',
}
const sights = { all: 'all', 'own-team': 'own team’s', 'no-personal-data': 'no personal data' } as const

/** What a role's cell says: yes, its own team's, Privacy's any with a note, or no. */
function cell(who: readonly Who[], role: Role): string {
  if (who.includes(role)) return 'yes'
  if (!who.includes('task-team') || role === 'admin') return '–'
  return role === 'privacy' ? 'any, with a note' : 'own team’s'
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const head = (first: string, more: readonly string[] = []): string[] => {
  const cells = [first, ...roles.map(role => titles[role]), ...more]
  return [line(cells), line(cells.map(() => '---'))]
}
type Command = RequestCommand | TaskCommand

/** Commands that share a line's words and allow the same people share the line. */
function linesOf(names: readonly string[], commands: ReadonlyMap<string, Command>): string[] {
  const lines = new Map<string, [Command, ...Command[]]>()
  for (const command of names.flatMap(name => commands.get(name) ?? [])) {
    const key = JSON.stringify([command.may, command.who])
    lines.set(key, [...(lines.get(key) ?? []), command])
  }
  return [...lines.values()].map(sharing => {
    const { may, who } = sharing[0]
    return line([
      may,
      ...roles.map(role => cell(who, role)),
      who.flatMap(role => others[role] ?? []).join(', ') || '–',
      sharing.map(({ name }) => `\`${name}\``).join(', '),
    ])
  })
}

/** Who may do what, as a page of the docs: the abilities, then every command on the line that its file names. */
export const permissionPage = (): string =>
  [
    '# Who may do what',
    '',
    '<!-- Written by `npm run habeas -- machine` from the commands and lib/core/people/permission-table.ts; don’t edit it here. -->',
    '',
    ...head('May'),
    line(['See requests', ...roles.map(role => sights[sight[role]])]),
    ...Object.entries(abilities).map(([key, who]) =>
      line([
        Object.entries(abilityWords).find(([name]) => name === key)?.[1] ?? key,
        ...roles.map(role => cell(who, role)),
      ]),
    ),
    '',
    '## On a request',
    '',
    ...head('May', ['Others', 'Commands']),
    ...linesOf(requestCommandNames, requestCommands),
    '',
    '## On a task',
    '',
    ...head('May', ['Others', 'Commands']),
    ...linesOf(taskCommandNames, taskCommands),
    '',
    'A token counts as its owner; those of the operator count as one person for each role. Where four-eyes is on, nobody both validates and carries out for the same request.',
    '',
  ].join('\n')
