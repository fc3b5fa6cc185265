import { authenticationOptions, type Challenge, checkAuthentication, type Site } from '@/lib/auth/passkeys'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/secrets'
import type { Tx } from '@/lib/store/database/transaction'
import { readSetting } from '@/lib/store/settings/settings'
import { markPasskeyUsed, readPasskeys } from '@/lib/store/staff/passkeys'

/** Where passkeys hold, and what a phone calls it. */
export const passkeySite = async (): Promise<Site> => ({
  name: `${await readSetting('organisation')} privacy desk`,
  appUrl: env().appUrl,
})

/**
 * The text of a step's challenge, from its secret: random as that is, used up with it, and nothing has to be stored to show a page.
 * @returns in base64url
 */
export const challengeText = (stepSecret: string): string =>
  keyedHash('passkey challenge', stepSecret, 'base64url')

/** At signing in the password has said who it is, and the passkey is the second factor: holding it is enough. */
export const signInChallenge = (stepSecret: string): Challenge => ({
  text: challengeText(stepSecret),
  mustVerify: false,
})

/** In a session that was left open nothing else says who it is, and the key may have been left there, too. */
export const confirmChallenge = (stepSecret: string): Challenge => ({
  text: challengeText(stepSecret),
  mustVerify: true,
})

/** What a browser needs to ask for one of a person's passkeys; null where they have none. */
export async function passkeyRequest(staffId: string, challenge: Challenge): Promise<string | null> {
  const passkeys = await readPasskeys(staffId)
  if (passkeys.length === 0) return null
  return JSON.stringify(await authenticationOptions(await passkeySite(), challenge, passkeys))
}

/** Whether a browser's answer is from one of a person's passkeys, to this challenge. Notes that it was used. */
export async function judgePasskey(
  tx: Tx,
  staffId: string,
  answer: string,
  challenge: Challenge,
): Promise<boolean> {
  const passkeys = await readPasskeys(staffId, tx)
  const found = await checkAuthentication(await passkeySite(), answer, challenge, passkeys)
  const passkey = passkeys.find(({ credential }) => credential === found?.credential)
  return found && passkey ? await markPasskeyUsed(tx, passkey.id, found.counter) : false
}
