import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { isRole, type Role, roles } from '@/lib/core/people/actor'
import { systemActor } from '@/lib/core/people/make-actor'
import { giveToken, TOKEN_DAYS } from '@/lib/door/staff/tokens'
import type { Terminal } from './subcommand'

const USAGE = 'Usage: npm run habeas -- token create --role ROLE --name NAME [--owner EMAIL] [--days N]'

interface Wanted {
  role: Role
  name: string
  owner?: string
  days?: string
}

function read(args: string[]): Wanted | string {
  try {
    const text = { type: 'string' } as const
    const options = { role: text, name: text, owner: text, days: text }
    const { role, name, owner, days } = parseArgs({ args, options }).values
    if (role === undefined || !isRole(role)) return `--role must be one of ${roles.join(', ')}.`
    const label = name?.trim() ?? ''
    if (label === '' || label.length > 100)
      return '--name says what the token is for, in at most 100 characters.'
    return {
      role,
      name: label,
      ...(owner !== undefined && { owner }),
      ...(days !== undefined && { days }),
    }
  } catch (error) {
    return error instanceof Error ? error.message : 'These words can’t be read.'
  }
}

/**
 * `token create --role ROLE --name NAME`: prints a new API token, once, alone on a line of standard output. Without `--owner` it
 * is the operator's; without `--days` it ends in a year.
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const wanted = read(args)
  if (typeof wanted === 'string') {
    terminal.err(`${wanted}\n${USAGE}`)
    return 2
  }
  const made = await giveToken(systemActor(), wanted, randomUUID())
  if (!made.ok) {
    const problems = Object.entries(made.fields ?? {}).map(([field, words]) => `--${field}: ${words}`)
    terminal.err([...problems, USAGE].join('\n'))
    return 2
  }
  if (!made.token) throw new Error('the token was not made')
  const whose = wanted.owner ? `It belongs to ${wanted.owner}` : 'It belongs to nobody but the operator'
  terminal.err(
    `A token for the role ${wanted.role}. It is shown only now; keep it like a password. ${whose}, and ends in ${wanted.days ?? TOKEN_DAYS} days.`,
  )
  terminal.out(made.token)
  return 0
}
