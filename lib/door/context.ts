import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/core/actor'
import type { LookUp } from '@/lib/core/checks'
import type { Context } from '@/lib/core/decision'
import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { lookUpAccount } from '@/lib/store/accounts'
import { databaseNow, type Transaction } from '@/lib/store/client'
import { currentRiskPolicy } from '@/lib/store/settings'
import { accountSource } from '@/lib/systems'

/** Everything impure that a decision may know, at the database's time. */
export async function contextFor(tx: Transaction, actor: Actor, lookUp?: LookUp): Promise<Context> {
  return {
    now: await databaseNow(tx),
    actor,
    newId: () => randomUUID(),
    timeZone: env().orgTimeZone,
    riskPolicy: await currentRiskPolicy(tx),
    ...(lookUp && { lookUp }),
  }
}

/** Asks the account source; that it broke is an answer, too, and never "no account". */
export async function lookUp(email: string, username: string | null): Promise<LookUp> {
  const source = accountSource(lookUpAccount)
  try {
    return await source.lookUp(email, username ?? '')
  } catch (error) {
    log.warn({ err: describeError(error), source: source.name }, 'account source not reached')
    return { reached: false, source: source.name }
  }
}
