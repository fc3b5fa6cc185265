import { type Role, roles, type Who } from './actor'
import { abilities, abilityWords, type Row, requestRows, sight, taskRows } from './permission-table'

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
const rowsOf = (rows: readonly Row[]): string[] =>
  rows.map(({ may, who, commands }) =>
    line([
      may,
      ...roles.map(role => cell(who, role)),
      who.flatMap(role => others[role] ?? []).join(', ') || '–',
      commands.map(command => `\`${command}\``).join(', '),
    ]),
  )

/** The permission table as a page of the docs. */
export const permissionPage = (): string =>
  [
    '# Who may do what',
    '',
    '<!-- Written by `npm run habeas -- machine` from lib/core/people/permission-table.ts; don’t edit it here. -->',
    '',
    ...head('May'),
    line(['See requests', ...roles.map(role => sights[sight[role]])]),
    ...Object.entries(abilities).map(([key, who]) =>
      line([
        Object.entries(abilityWords).find(([one]) => one === key)?.[1] ?? key,
        ...roles.map(role => cell(who, role)),
      ]),
    ),
    '',
    '## On a request',
    '',
    ...head('May', ['Others', 'Commands']),
    ...rowsOf(requestRows),
    '',
    '## On a task',
    '',
    ...head('May', ['Others', 'Commands']),
    ...rowsOf(taskRows),
    '',
    'A token counts as one person. Where four-eyes is on, nobody both validates and carries out for the same request.',
    '',
  ].join('\n')
