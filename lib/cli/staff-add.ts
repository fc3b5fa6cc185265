import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { roles } from '@/lib/core/people/actor'
import { systemActor } from '@/lib/core/people/make-actor'
import { addPerson } from '@/lib/door/staff/people'
import type { Terminal } from './subcommand'

const USAGE = `Usage: staff add EMAIL --role ROLE [--name NAME]\nRoles: ${roles.join(', ')}`

/** "Kim Vermeer" from kim.vermeer@…; a start that its owner's admin can see at once. */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter(Boolean)
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email
}

function read(args: string[]): {
  email?: string | undefined
  role?: string | undefined
  name?: string | undefined
} {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: 'string' }, name: { type: 'string' } },
    })
    return { ...values, email: positionals.length === 1 ? positionals[0] : undefined }
  } catch {
    return {}
  }
}

/** `staff add`: adds a member of staff, prints the link with which they set their password once, and mails it to them. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const { email, role, name } = read(args)
  if (!email || !role) {
    terminal.err(USAGE)
    return 2
  }
  const added = await addPerson(systemActor(), { email, role, name: name ?? nameFrom(email) }, randomUUID())
  if (!added.ok) {
    const problems = Object.entries(added.fields ?? {}).map(([field, words]) => `${field}: ${words}`)
    terminal.err([added.title, ...problems, ...(added.fields?.role ? [USAGE] : [])].join('\n'))
    return 1
  }
  if (!added.link) {
    terminal.out(
      `Added ${added.email} as ${role}. No link to set a password: PASSWORD_SIGN_IN is off, so they sign in with single sign-on under this address, within seven days. From then on their groups give the role.`,
    )
    return 0
  }
  terminal.out(
    `Added ${added.email} as ${role}. The link to set a password was mailed; it works once, for 48 hours:`,
  )
  terminal.out(added.link)
  return 0
}
