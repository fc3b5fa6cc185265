import { checkLogoutToken, type LogoutToken } from '@/lib/auth/logout-token'
import { singleSignOn } from '@/lib/auth/single-sign-on'
import { log } from '@/lib/log'
import { consume } from '@/lib/store/database/limits'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { endProvidersSessions } from '@/lib/store/staff/staff-sessions'
import { recordChange } from '../run/record-change'
import { systemFor } from '../run/system-for'
import { type Caller, networkInLog } from './caller'
import { countProvidersWord } from './provider-limits'

/** Longer than a token may be old. */
const REMEMBERED_S = 900

/**
 * Ends what the provider of single sign-on says has ended there.
 * @param token as it was sent: a signed word of the provider, good once
 * @returns whether it was believed; a failure, which throws, leaves the token good, so that the provider can try again
 */
export async function endByProvider(token: string, caller: Caller): Promise<boolean> {
  const provider = singleSignOn()
  const { ok } = await countProvidersWord(caller)
  const said = provider && ok ? await checkLogoutToken(token, provider) : null
  const isDone = said !== null && (await inTransaction(tx => endSaid(tx, said)))
  if (!isDone)
    log.warn(
      { security: 'provider-logout-refused', network: networkInLog(caller.address) },
      'a sign-out by the provider was refused',
    )
  return isDone
}

async function endSaid(tx: Tx, said: LogoutToken): Promise<boolean> {
  const { ok } = await consume(`logout-token:${said.id}`, 1, REMEMBERED_S, tx)
  if (!ok) return false
  for (const staff of await endProvidersSessions(tx, said))
    await recordChange(tx, {
      actor: systemFor.singleSignOn,
      command: 'sign-out-by-provider',
      facts: { staff },
    })
  return true
}
