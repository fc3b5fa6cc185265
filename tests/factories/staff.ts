import { type Role, roles, type StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'

const cast: readonly (readonly [id: string, role: Role])[] = [
  ...roles.map(role => [`a-${role}`, role] as const),
  ['sam', 'support-engineer'],
  ['rosa', 'support-readiness'],
  ['carl', 'console-engineer'],
  ['priya', 'privacy'],
  ['petra', 'privacy'],
  ['finn', 'forum-admin'],
  ['ada', 'admin'],
]

/**
 * Lets everybody whom tests act as by name work here: `a-privacy`, `priya`; and the tokens `token-privacy` of the world.
 * @param sql a statement as the database's owner
 */
export async function employ(sql: (text: string, values: unknown[]) => Promise<unknown>): Promise<void> {
  const [ids, theirs] = [cast.map(([id]) => id), cast.map(([, role]) => role)]
  await sql(
    `insert into staff (id, email, name, role, password_hash)
     select id, id || '@cast.example', initcap(replace(id, '-', ' ')), role, case when role = 'admin' then 'fits nothing' end from unnest($1::text[], $2::text[]) as employed(id, role)
     on conflict do nothing`,
    [ids, theirs],
  )
  await sql(
    `insert into api_token (id, name, role, token_hash)
     select 'token-' || role, 'Token of ' || role, role, 'token-' || role from unnest($1::text[]) as role
     on conflict do nothing`,
    [[...roles]],
  )
}

/** Somebody who has signed in at the desk; another `id` of the same role is another person. */
export const staffOf = (role: Role, id: string = `a-${role}`): StaffActor => staffActor(id, role, 'browser')
