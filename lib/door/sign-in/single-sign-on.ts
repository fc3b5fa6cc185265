import { type SingleSignOn, type VouchedFor, vouchedFor } from '@/lib/auth/single-sign-on'
import { emailSchema } from '@/lib/core/account/matching'
import type { Facts } from '@/lib/core/machine/decision'
import type { Role } from '@/lib/core/people/actor'
import { log } from '@/lib/log'
import { databaseNow, inTransaction, type Tx } from '@/lib/store/database/transaction'
import {
  connectIdentity,
  type IdentifiedPerson,
  insertIdentified,
  lockIdentity,
  lockLocal,
  updateIdentified,
} from '@/lib/store/staff/identities'
import { lockRights } from '@/lib/store/staff/rights'
import { deleteSecondFactor } from '@/lib/store/staff/second-factor'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { recordChange } from '../run/record-change'
import { systemFor } from '../run/system-for'
import { endTheirTokens } from '../staff/known'
import { type Caller, networkInLog } from './caller'
import { type BegunSession, openSession } from './session'

/** Why somebody for whom the provider vouches isn't let in. */
export const singleSignOnRefusals = [
  'wrong-issuer',
  'no-role',
  'shut-out',
  'no-address',
  'address-taken',
] as const
export type SingleSignOnRefusal = (typeof singleSignOnRefusals)[number]

export type SingleSignOnAnswer = ({ ok: true } & BegunSession) | { ok: false; why: SingleSignOnRefusal }

/**
 * Lets somebody in for whom the provider vouches: makes their account at the first time, and gives them the role of their groups each
 * time. Whose groups give no role any more is shut out, until they do again. Issuer and subject say who it is, never the address.
 * @param claims of an id_token that was checked
 */
export async function signInBySingleSignOn(
  claims: Readonly<Record<string, unknown>>,
  provider: SingleSignOn,
  caller: Caller,
): Promise<SingleSignOnAnswer> {
  const who = vouchedFor(claims, provider)
  if (!who) return refuse('wrong-issuer', null, caller)
  const provedAt = provider.confirm === 'return' ? undefined : who.authenticatedAt
  const told = { sid: who.sid ?? undefined, provedAt }
  const found = await inTransaction(async tx => {
    const person = await personFor(tx, who)
    return 'why' in person ? person : await openSession(tx, person.staff, 'single-sign-on', caller, told)
  })
  return 'why' in found ? refuse(found.why, found.staff, caller) : { ok: true, ...found }
}

function refuse(why: SingleSignOnRefusal, staff: string | null, caller: Caller): SingleSignOnAnswer {
  const network = networkInLog(caller.address)
  log.warn({ security: 'single-sign-on-refused', why, staff, network }, 'single sign-on let nobody in')
  return { ok: false, why }
}

type Found = { staff: string } | { why: SingleSignOnRefusal; staff: string | null }

async function personFor(tx: Tx, who: VouchedFor): Promise<Found> {
  await lockRights(tx)
  const person = await lockIdentity(tx, who)
  if (person?.disabledAt && person.disabledBy !== 'groups') return { why: 'shut-out', staff: person.id }
  if (!who.role) {
    if (person && !person.disabledAt) await shutOut(tx, person.id)
    return { why: 'no-role', staff: person?.id ?? null }
  }
  return person ? await bringUpToDate(tx, person, who, who.role) : await firstTime(tx, who, who.role)
}

const record = (tx: Tx, command: string, facts: Facts) =>
  recordChange(tx, { actor: systemFor.singleSignOn, command, facts })

async function shutOut(tx: Tx, staff: string): Promise<void> {
  await updateIdentified(tx, staff, { disabledAt: await databaseNow(tx), disabledBy: 'groups' })
  await endSessionsOf(tx, staff)
  await record(tx, 'disable-person', { staff, by: 'groups' })
}

/** Characters that can't be shown are left out of a name that nobody typed here. */
const shownName = (name: string | null, email: string): string =>
  (name ?? email).replace(/\p{C}/gu, '').trim().slice(0, 100) || email

const addressOf = ({ email }: VouchedFor): string | null => emailSchema.safeParse(email).data ?? null

async function firstTime(tx: Tx, who: VouchedFor, role: Role): Promise<Found> {
  const email = addressOf(who)
  if (!email) return { why: 'no-address', staff: null }
  const local = await lockLocal(tx, email)
  if (!local) {
    const staff = await insertIdentified(tx, who, { email, name: shownName(who.name, email), role })
    await record(tx, 'add-person', { staff, role, by: 'groups' })
    return { staff }
  }
  if (local.disabledAt) return { why: 'shut-out', staff: local.id }
  if (!local.mayConnect || !who.isEmailVerified) return { why: 'address-taken', staff: local.id }
  await connectIdentity(tx, local.id, who)
  await endSessionsOf(tx, local.id)
  // The provider asks for the second factor now. A factor kept here would vouch for somebody whom the provider can't shut out.
  await deleteSecondFactor(tx, local.id)
  await record(tx, 'connect-identity', { staff: local.id })
  if (local.role !== role) {
    await updateIdentified(tx, local.id, { role })
    const tokens = await endTheirTokens(tx, local.id, role)
    await record(tx, 'change-role', { staff: local.id, from: local.role, to: role, by: 'groups', ...tokens })
  }
  return { staff: local.id }
}

async function bringUpToDate(tx: Tx, person: IdentifiedPerson, who: VouchedFor, role: Role): Promise<Found> {
  const staff = person.id
  if (person.disabledAt) {
    await updateIdentified(tx, staff, { disabledAt: null, disabledBy: null })
    const tokens = await endTheirTokens(tx, staff, role)
    await record(tx, 'enable-person', { staff, by: 'groups', ...tokens })
  }
  if (person.role !== role) {
    await updateIdentified(tx, staff, { role })
    await endSessionsOf(tx, staff)
    const tokens = await endTheirTokens(tx, staff, role)
    await record(tx, 'change-role', { staff, from: person.role, to: role, by: 'groups', ...tokens })
  }
  const email = addressOf(who) ?? person.email
  const name = shownName(who.name, email)
  if (email !== person.email || name !== person.name) await updateIdentified(tx, staff, { email, name })
  return { staff }
}
