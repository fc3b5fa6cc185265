import type { LookUp } from '@/lib/core/account/checks'
import { keptAccountId } from '@/lib/core/systems/account-ids'
import { type ConnectedSystem, inRole } from '@/lib/core/systems/connected'
import { describeError, log } from '@/lib/log'
import { lookUpAccount, primaryAddress } from '@/lib/store/accounts/accounts'
import type { AccountSource } from '@/lib/systems/contract'
import { accountDirectory } from '@/lib/systems/directory'
import { SystemFailure } from '@/lib/systems/failure'
import { connectTo } from './connect'
import { connectedSystems } from './connected'

const directory = accountDirectory({ answers: lookUpAccount, primaryAddress })

/** A connected system as a source; that it can't be connected to is found out, and said, when it is asked. */
function sourceOf(system: ConnectedSystem): AccountSource {
  const { key, name } = system
  const asked = async (ask: (source: AccountSource) => Promise<LookUp>): Promise<LookUp> => {
    const accounts = (await connectTo(key))?.accounts
    if (!accounts) throw new SystemFailure('unexpected', `${name} has no accounts.`)
    return withKey(system, await ask(accounts))
  }
  return {
    name: key,
    lookUp: async (email, username) => await asked(source => source.lookUp(email, username)),
    lookUpByUsername: async username => await asked(source => source.lookUpByUsername(username)),
  }
}

/** The answer as it is frozen: by the key of its system, which stays when that is named anew. */
function withKey(system: ConnectedSystem, answer: LookUp): LookUp {
  if (!answer.reached) return { ...answer, source: system.key }
  const { account } = answer.facts
  const kept = account && { ...account, accountId: keptAccountId(system, account.accountId) }
  return { ...answer, source: system.key, facts: { ...answer.facts, account: kept } }
}

/** Whom the automated checks ask: every connected system with accounts, else the directory that was imported. */
async function accountSources(): Promise<AccountSource[]> {
  const systems = inRole(await connectedSystems(), 'account')
  return systems.length > 0 ? systems.map(sourceOf) : [directory]
}

/** One source's answer. A failure is reported as such, never as "no account". */
async function askOne(
  source: AccountSource,
  ask: (source: AccountSource) => Promise<LookUp>,
): Promise<LookUp> {
  try {
    return await ask(source)
  } catch (error) {
    const err = error instanceof SystemFailure ? { reason: error.reason } : describeError(error)
    log.warn({ err, source: source.name }, 'account source not reached')
    return { reached: false, source: source.name }
  }
}

/**
 * Asks every source, and answers as one: the account that one of them found, else what each knows of address and username.
 * A source that can't be reached makes the whole answer unknown, because the account could be there.
 */
export async function lookUpIn(ask: (source: AccountSource) => Promise<LookUp>): Promise<LookUp> {
  const answers = await Promise.all((await accountSources()).map(source => askOne(source, ask)))
  const away = answers.find(answer => !answer.reached)
  if (away) return away
  const reached = answers.filter(answer => answer.reached)
  const found = reached.find(({ facts }) => facts.account) ?? reached[0]
  if (!found) throw new Error('no account source')
  const { facts } = found
  const some = (is: (answer: (typeof reached)[number]) => boolean) => reached.some(is)
  return {
    ...found,
    facts: {
      ...facts,
      emailExists: some(answer => answer.facts.emailExists),
      usernameExists: some(answer => answer.facts.usernameExists),
    },
  }
}
