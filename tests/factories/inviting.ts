import { addPerson } from '@/lib/door/staff/people'
import { commandId } from './signing-in'
import { system } from './system'

/** Somebody who doesn't work here yet. */
export const kim = { email: 'kim@staff.example', name: 'Kim', role: 'privacy' }

/** Adds somebody who is mailed a link to set a password. @returns the token of the link */
export async function invited(person: Partial<typeof kim> = {}): Promise<string> {
  const added = await addPerson(system, { ...kim, ...person }, commandId())
  const token = new URL((added.ok && added.link) || 'http://none').searchParams.get('token')
  if (!token) throw new Error('no link')
  return token
}
