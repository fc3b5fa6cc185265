import { hashPassword } from '@/lib/auth/password'
import type { Role } from '@/lib/core/people/actor'
import type { Caller } from '@/lib/door/sign-in/caller'
import { type SignInAnswer, signInByPassword } from '@/lib/door/sign-in/password'
import { type Staff, signedInBy } from '@/lib/door/staff/require-staff'
import { transaction } from '@/lib/store/database/client'
import { insertPerson } from '@/lib/store/staff/staff'
import { employ } from './staff'

/** The password of everybody whom {@link aPerson} adds. */
export const password = 'lantern gravel otter'
/** A browser that nobody has signed in with yet. */
export const home: Caller = {
  address: '192.0.2.1',
  browser: 'Firefox 140 on Linux',
  device: undefined,
  session: undefined,
}

/** The address of whom {@link onlySam} adds. */
export const sam = 'sam@staff.example'

let commands = 0
/** Of a press of a button that nobody has pressed yet. */
export const commandId = (): string => `test-${++commands}`

let passwordHash: Promise<string> | undefined

/** Adds somebody who signs in by {@link password}. @returns their id */
export async function aPerson(email: string, role: Role = 'support-engineer', name = 'Sam'): Promise<string> {
  passwordHash ??= hashPassword(password)
  const hash = await passwordHash
  const added = await transaction(tx => insertPerson(tx, { email, name, role, passwordHash: hash }))
  if (!added) throw new Error(`${email} works here already`)
  return added
}

/**
 * Begins anew: at work are the cast and Sam, who signs in by {@link password}, and nobody has used anything of a limit.
 * @returns Sam's id
 */
export async function onlySam(sql: Parameters<typeof employ>[0]): Promise<string> {
  await sql('truncate staff cascade; truncate rate_limit', [])
  await employ(sql)
  return await aPerson(sam)
}

/** Who is signed in by a secret, if anybody is. */
export const staffBySecret = (secret: string | undefined): Promise<Staff | null> =>
  signedInBy(secret === undefined ? null : { secret, isUnprefixed: false })

/** What a sign-in answered, where it let somebody in. @throws where it didn't */
export function letIn(answer: SignInAnswer): Extract<SignInAnswer, { kind: 'in' }> {
  if (answer.kind !== 'in') throw new Error(`the sign-in answered ${answer.kind}`)
  return answer
}

/** Signs somebody in by their password. */
export async function signedIn(
  email: string,
  caller: Caller = home,
): Promise<Staff & { secret: string; device: string }> {
  const { secret, device } = letIn(await signInByPassword({ email, password }, caller))
  const staff = await staffBySecret(secret)
  if (!staff) throw new Error('nobody is signed in')
  return { ...staff, secret, device }
}
