import { randomUUID } from 'node:crypto'
import type { LookUp } from '@/lib/core/account/checks'
import { emailKey } from '@/lib/core/account/matching'
import { namedAccount } from '@/lib/core/derived/named-account'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { Context } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { holidaysOf } from '@/lib/holidays'
import { isSuccessorAddress } from '@/lib/store/accounts/accounts'
import type { Tx } from '@/lib/store/database/transaction'
import { readDecisionRules } from '@/lib/store/settings/decision-rules'
import { readSamePerson } from '@/lib/store/staff/acting'
import { lookUpIn } from '../systems/account-sources'
import { connectedSystems } from '../systems/connected'

/**
 * Everything impure that a decision may know, at the database's time.
 * @param tx without one, outside any transaction
 */
export async function contextFor(tx: Tx | undefined, actor: Actor, lookUp?: LookUp): Promise<Context> {
  return {
    ...(await readDecisionRules(tx)),
    actor,
    newId: () => randomUUID(),
    timeZone: env().orgTimeZone,
    holidaysOf,
    systems: await connectedSystems(tx),
    ...(lookUp && { lookUp }),
  }
}

/** The same for a page that asks what would be refused (a dry run): outside any transaction, and without a look-up. */
export async function contextForPage(actor: Actor): Promise<Context> {
  const [context, samePerson] = await Promise.all([contextFor(undefined, actor), readSamePerson(actor)])
  return { ...context, samePerson }
}

/**
 * Looks a request's account up: the one that Privacy named, by its username; else by address and username, where its type
 * allows it also by an address that was named as the successor's. For such a type it says which address was given.
 */
export async function lookUpFor(request: PrivacyRequest): Promise<LookUp> {
  const named = namedAccount(request)
  const { email, username, requesterEmail } = request
  const found = named ? await lookUpByUsername(named) : await lookUp(email, username)
  const about = named ?? username
  if (!requestTypes.get(request.type)?.matchesSuccessor || !about || !found.reached) return found
  const bySuccessor = await isSuccessorAddress(about, email)
  const used = !found.facts.account && bySuccessor ? await lookUpByUsername(about) : found
  if (!used.reached) return used
  const own = emailKey(email) === emailKey(requesterEmail) ? 'requester' : 'other'
  const onAccount = !named && found.facts.account ? 'account' : own
  const givenAddress = bySuccessor ? 'successor' : onAccount
  const requesterIsSuccessor = await isSuccessorAddress(about, requesterEmail)
  return { ...used, facts: { ...used.facts, givenAddress, requesterIsSuccessor } }
}

/** The account of a username alone, for where the address can't find it. */
export const lookUpByUsername = (username: string): Promise<LookUp> =>
  lookUpIn(source => source.lookUpByUsername(username))

const lookUp = (email: string, username: string | null): Promise<LookUp> =>
  lookUpIn(source => source.lookUp(email, username ?? ''))
