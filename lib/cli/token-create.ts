import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Role, roles } from '@/lib/core/people/actor'
import { systemActor } from '@/lib/core/people/make-actor'
import { giveToken } from '@/lib/door/staff/tokens'
import type { Terminal } from './subcommand'

const isRole = (text: string | undefined): text is Role =>
  (roles as readonly (string | undefined)[]).includes(text)

function read(args: string[]): { role: Role; name: string } | string {
  try {
    const options = { role: { type: 'string' }, name: { type: 'string' } } as const
    const { role, name } = parseArgs({ args, options }).values
    if (!isRole(role)) return `--role must be one of ${roles.join(', ')}.`
    const label = name?.trim() ?? ''
    if (label === '' || label.length > 100)
      return '--name says what the token is for, in at most 100 characters.'
    return { role, name: label }
  } catch (error) {
    return error instanceof Error ? error.message : 'These words can’t be read.'
  }
}

/** `token create --role ROLE --name NAME`: prints a new API token, once, alone on a line of standard output. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const wanted = read(args)
  if (typeof wanted === 'string') {
    terminal.err(`${wanted}\nUsage: npm run habeas -- token create --role ROLE --name NAME`)
    return 2
  }
  const made = await giveToken(systemActor(), wanted, randomUUID())
  if (!made.ok || !made.token) throw new Error('the token was not made')
  terminal.err(`A token for the role ${wanted.role}. It is shown only now; keep it like a password.`)
  terminal.out(made.token)
  return 0
}
