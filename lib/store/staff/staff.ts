import { randomUUID } from 'node:crypto'
import { type Actor, isRole, type Role } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

const mayManage = (actor: Actor) =>
  actor.kind === 'system' || (actor.kind === 'staff' && can(actor.role, 'manage-people'))

export interface Person {
  id: string
  email: string
  name: string
  role: Role
  demo: boolean
  hasPassword: boolean
  disabledAt: Date | null
  lastSeenAt: Date | null
  /** They come from the provider of single sign-on, which gives them their role. */
  isSingleSignOn: boolean
  /** Their password alone doesn't let them in. */
  hasFactor: boolean
  /** They may become somebody at the provider of single sign-on. */
  mayConnect: boolean
  openSessions: number
}

/** Everybody who works or worked here, by name, at most 500; nobody for who may not manage people. */
export async function listPeople(actor: Actor, db: Database = database()): Promise<Person[]> {
  if (!mayManage(actor)) return []
  const rows = await db.$queryRaw<(Omit<Person, 'role'> & { role: string })[]>`
    select staff.id, staff.email, staff.name, staff.role, staff.demo, staff.disabled_at as "disabledAt",
      staff.password_hash is not null as "hasPassword",
      staff.oidc_subject is not null as "isSingleSignOn",
      coalesce(staff.connect_until > now(), false) as "mayConnect",
      exists (select from authenticator app where app.staff_id = staff.id and app.confirmed_at is not null)
        or exists (select from passkey where passkey.staff_id = staff.id) as "hasFactor",
      (select max(session.last_seen_at) from staff_session session where session.staff_id = staff.id) as "lastSeenAt",
      (select count(*)::int from staff_session session where session.staff_id = staff.id
        and session.revoked_at is null and session.expires_at > now()) as "openSessions"
    from staff order by staff.disabled_at is not null, lower(staff.name), staff.id limit 500`
  return rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : []))
}

export interface Colleague {
  id: string
  name: string
  role: Role
}

/** Who requests and tasks can be given to: people with these roles who work here, by name. */
export async function listColleagues(
  actor: Actor,
  among: readonly Role[],
  db: Database = database(),
): Promise<Colleague[]> {
  if (actor.kind !== 'staff') return []
  const rows = await db.staff.findMany({
    where: { disabledAt: null, role: { in: [...among] } },
    select: { id: true, name: true, role: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : []))
}

/** Names of people and tokens, by id, for histories; ids that are nobody's are left out. */
export async function readNames(
  actor: Actor,
  ids: readonly string[],
  db: Database = database(),
): Promise<ReadonlyMap<string, string>> {
  if (actor.kind !== 'staff' || ids.length === 0) return new Map()
  const among = { id: { in: [...new Set(ids)] } }
  const [people, tokens] = await Promise.all([
    db.staff.findMany({ where: among, select: { id: true, name: true } }),
    db.apiToken.findMany({ where: among, select: { id: true, name: true } }),
  ])
  return new Map([
    ...tokens.map(token => [token.id, `token “${token.name}”`] as const),
    ...people.map(person => [person.id, person.name] as const),
  ])
}

/** What signing in needs to know of a person; for the sign-in alone, before anybody is an actor. */
export async function findForSignIn(
  email: string,
  db: Database = database(),
): Promise<{ id: string; passwordHash: string | null } | null> {
  return await db.staff.findFirst({
    where: { email, disabledAt: null, oidcSubject: null },
    select: { id: true, passwordHash: true },
  })
}

/**
 * Looks once more at somebody who is about to be signed in. Nothing that ends their sessions or changes how they sign in happens
 * between this and the end of the transaction: it waits, or has happened.
 * @returns null where they may not sign in any more
 */
export async function lockForSignIn(
  tx: AnyTx,
  id: string,
): Promise<{ passwordHash: string | null; isSingleSignOn: boolean } | null> {
  const [row] = await prismaOf(tx).$queryRaw<{ passwordHash: string | null; isSingleSignOn: boolean }[]>`
    select password_hash as "passwordHash", oidc_subject is not null as "isSingleSignOn"
    from staff where id = ${id} and disabled_at is null for no key update`
  return row ?? null
}

/** What somebody's own account shows of them, and needs to change it. */
export interface OwnAccount {
  email: string
  name: string
  passwordHash: string | null
  isSingleSignOn: boolean
  ownMail: boolean
}

/** The own account of somebody who works here. */
export async function readOwn(id: string, db: Database | AnyTx = database()): Promise<OwnAccount | null> {
  const row = await prismaOf(db).staff.findFirst({
    where: { id, disabledAt: null },
    select: { email: true, name: true, passwordHash: true, oidcSubject: true, ownMail: true },
  })
  if (!row) return null
  const { oidcSubject, ...rest } = row
  return { ...rest, isSingleSignOn: oidcSubject !== null }
}

/** Adds a person, or answers null where the address is taken. `email` is in canonical form (`emailKey`). */
export async function insertPerson(
  tx: AnyTx,
  person: { email: string; name: string; role: Role; demo?: boolean; passwordHash?: string },
): Promise<string | null> {
  const id = randomUUID()
  const { email, name, role, demo = false, passwordHash = null } = person
  const added = await prismaOf(tx).$executeRaw`
    insert into staff (id, email, name, role, demo, password_hash)
    values (${id}, ${email}, ${name}, ${role}, ${demo}, ${passwordHash}) on conflict (email) where oidc_subject is null do nothing`
  return added === 1 ? id : null
}

export interface LockedPerson {
  id: string
  email: string
  role: string
  disabledAt: Date | null
  /** They come from the provider of single sign-on, which gives them their role. */
  isSingleSignOn: boolean
}

/** A person's row, locked until the transaction ends. */
export async function lockPerson(tx: AnyTx, id: string): Promise<LockedPerson | null> {
  const [row] = await prismaOf(tx).$queryRaw<LockedPerson[]>`
    select id, email, role, disabled_at as "disabledAt", oidc_subject is not null as "isSingleSignOn"
    from staff where id = ${id} for update`
  return row ?? null
}

/**
 * How many admins could still sign in without this person: the last one can't be taken away. Beside somebody who was only invited,
 * and can't sign in themselves, others who were invited count, too.
 */
export async function otherAdmins(tx: AnyTx, id: string): Promise<number> {
  const [row] = await prismaOf(tx).$queryRaw<{ others: number }[]>`
    with admin as (
      select id, password_hash is not null or oidc_subject is not null as can from staff
      where role = 'admin' and disabled_at is null
    )
    select count(*)::int as others from admin
    where id <> ${id} and (can or not coalesce((select own.can from admin own where own.id = ${id}), true))`
  return row?.others ?? 0
}

/** Whether each of these ids, all different, is of somebody who works here and isn't disabled. */
export async function allWorkHere(tx: AnyTx, ids: readonly string[]): Promise<boolean> {
  const found = await prismaOf(tx).staff.count({ where: { id: { in: [...ids] }, disabledAt: null } })
  return found === ids.length
}

/** Where a person gets mail about what is given to them; null for somebody who works here no more, or leaves it to their team. */
export async function addressOfPerson(tx: AnyTx, id: string): Promise<string | null> {
  const person = await prismaOf(tx).staff.findFirst({
    where: { id, disabledAt: null, ownMail: true },
    select: { email: true },
  })
  return person?.email ?? null
}

export async function changePerson(
  tx: AnyTx,
  id: string,
  change: {
    role?: Role
    disabledAt?: Date | null
    disabledBy?: string | null
    passwordHash?: string
    name?: string
    ownMail?: boolean
  },
): Promise<void> {
  await prismaOf(tx).staff.update({ where: { id }, data: change })
}

/** Whether letters alone act on the desk, for this person. */
export async function setSingleKeys(id: string, on: boolean, db: Database = database()): Promise<void> {
  await db.staff.updateMany({ where: { id, disabledAt: null }, data: { singleKeys: on } })
}
