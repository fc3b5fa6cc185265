import { randomUUID } from 'node:crypto'
import type { Role } from '@/lib/core/people/actor'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { endPasswordLinks } from './password-links'

/** Who somebody is at the provider of single sign-on: nothing else identifies them. */
export interface Identity {
  issuer: string
  subject: string
}

export interface IdentifiedPerson {
  id: string
  email: string
  name: string
  role: string
  disabledAt: Date | null
  /** `groups` where the provider's groups gave no role any more. */
  disabledBy: string | null
}

/** The person of an identity, locked until the transaction ends; two sign-ins of the same person take turns. */
export async function lockIdentity(
  tx: AnyTx,
  { issuer, subject }: Identity,
): Promise<IdentifiedPerson | null> {
  const prisma = prismaOf(tx)
  await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`identity ${issuer} ${subject}`}, 7))`
  const [row] = await prisma.$queryRaw<IdentifiedPerson[]>`
    select id, email, name, role, disabled_at as "disabledAt", disabled_by as "disabledBy"
    from staff where oidc_issuer = ${issuer} and oidc_subject = ${subject} for update`
  return row ?? null
}

/** Adds a person at their first sign-in. @returns their id */
export async function insertIdentified(
  tx: AnyTx,
  { issuer, subject }: Identity,
  person: { email: string; name: string; role: Role },
): Promise<string> {
  const id = randomUUID()
  const { email, name, role } = person
  await prismaOf(tx).staff.create({
    data: { id, email, name, role, oidcIssuer: issuer, oidcSubject: subject },
  })
  return id
}

/** Somebody with this address who signs in here, by password; locked until the transaction ends. */
export async function lockLocal(
  tx: AnyTx,
  email: string,
): Promise<{ id: string; role: string; disabledAt: Date | null; mayConnect: boolean } | null> {
  const [row] = await prismaOf(tx).$queryRaw<
    { id: string; role: string; disabledAt: Date | null; mayConnect: boolean }[]
  >`
    select id, role, disabled_at as "disabledAt", coalesce(connect_until > clock_timestamp(), false) as "mayConnect"
    from staff where email = ${email} and oidc_subject is null for update`
  return row ?? null
}

/** From now on this person signs in by single sign-on, and by no password; links to set one are over. */
export async function connectIdentity(tx: AnyTx, id: string, { issuer, subject }: Identity): Promise<void> {
  await prismaOf(tx).staff.update({
    where: { id },
    data: { oidcIssuer: issuer, oidcSubject: subject, passwordHash: null, connectUntil: null },
  })
  await endPasswordLinks(tx, id)
}

/** For so many days, the provider's word on this address makes somebody this person. */
export async function letConnect(tx: AnyTx, id: string, days: number): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update staff set connect_until = clock_timestamp() + make_interval(days => ${days}::int)
    where id = ${id} and oidc_subject is null`
}

/** What the provider says of a person now. */
export async function updateIdentified(
  tx: AnyTx,
  id: string,
  change: {
    email?: string
    name?: string
    role?: Role
    disabledAt?: Date | null
    disabledBy?: string | null
  },
): Promise<void> {
  await prismaOf(tx).staff.update({ where: { id }, data: change })
}
