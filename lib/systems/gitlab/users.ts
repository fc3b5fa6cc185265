import { z } from 'zod'
import { emailKey, usernameKey } from '@/lib/core/account/matching'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import { type GitLab, isAskedFor, isMissing } from './api'
import { askEach, listAll } from './lists'

/** `locked` is a field of its own: too many wrong passwords, and no block. */
export const userStates = [
  'active',
  'blocked',
  'ldap_blocked',
  'deactivated',
  'banned',
  'blocked_pending_approval',
] as const

const userSchema = z.object({
  id: z.int().positive(),
  username: z.string().min(1),
  state: z.enum(userStates),
  email: z.string().nullish(),
})

const detailSchema = userSchema.extend({
  note: z.string().nullish(),
  namespace_id: z.int().nullish(),
  enterprise_group_id: z.int().nullish(),
  provisioned_by_group_id: z.int().nullish(),
  identities: z.array(z.object({ provider: z.string() })).nullish(),
  scim_identities: z.array(z.object({})).nullish(),
  plan: z.string().nullish(),
  two_factor_enabled: z.boolean().nullish(),
  created_at: z.string().nullish(),
  last_activity_on: z.string().nullish(),
  custom_attributes: z.array(z.object({ key: z.string(), value: z.string().nullish() })).nullish(),
})

const emailSchema = z.object({ email: z.string(), confirmed_at: z.string().nullish() })

/** A user as an admin sees them. */
export type User = z.output<typeof userSchema> & { email: string }
export type UserDetail = z.output<typeof detailSchema> & { email: string }

/** An admin is shown addresses; anybody else would never find one, which must not read as "no account". */
export function asAdmin<Seen extends { email?: string | null | undefined }>(
  api: GitLab,
  user: Seen,
): Seen & { email: string } {
  const { email } = user
  if (typeof email !== 'string')
    throw new SystemFailure(
      'forbidden',
      `${api.wire.name} shows no addresses to our token: it has to be an admin’s, with admin_mode where Admin Mode is on.`,
    )
  return { ...user, email }
}

/** A user by id, with all that is known of them; null where GitLab says that there is none. */
export async function readUser(api: GitLab, id: string | number): Promise<UserDetail | null> {
  const { status, body, error } = await askJson(api, {
    path: path('users', id),
    query: { with_custom_attributes: true },
    schema: detailSchema,
    allow: [404],
  })
  if (isMissing(api, status, error, 'User')) return null
  isAskedFor(api, body.id, id)
  return asAdmin(api, body)
}

/** The user of this name, in any case. */
export async function userNamed(api: GitLab, username: string): Promise<User | null> {
  const key = usernameKey(username)
  // An empty name would list everybody.
  if (key === '') return null
  const { body } = await askJson(api, {
    path: '/users',
    query: { username: key },
    schema: z.array(userSchema),
  })
  const found = body.find(user => usernameKey(user.username) === key)
  return found ? asAdmin(api, found) : null
}

/** What GitLab finds for an address: the users who have it, and users whose name looks like it. */
export async function usersLike(api: GitLab, email: string): Promise<User[]> {
  const key = emailKey(email)
  if (key === '') return []
  const found = await listAll(api, '/users', { search: key }, userSchema)
  return found.map(user => asAdmin(api, user))
}

/** Every confirmed address of a user, the primary one first, each once. */
export async function addressesOf(api: GitLab, user: User): Promise<string[]> {
  const more = await listAll(api, path('users', user.id, 'emails'), {}, emailSchema)
  const known = new Map([[emailKey(user.email), user.email]])
  for (const { email, confirmed_at } of more)
    if (confirmed_at && !known.has(emailKey(email))) known.set(emailKey(email), email)
  return [...known.values()]
}

export const hasAddress = (addresses: readonly string[], email: string): boolean =>
  addresses.some(address => emailKey(address) === emailKey(email))

/** Of some users, the one who has this address: as primary, or as a confirmed secondary one. */
export async function holderAmong(api: GitLab, users: readonly User[], email: string): Promise<User | null> {
  const primary = users.find(user => hasAddress([user.email], email))
  if (primary) return primary
  const all = await askEach(users, async user => await addressesOf(api, user))
  return users.find((_, at) => hasAddress(all[at] ?? [], email)) ?? null
}
