import { env } from '@/lib/env'
import { hashUnder, keyedHash } from '@/lib/secrets'
import { changeKeyCheck, type KeyCheck, keepKeyCheck, readKeyCheck } from '@/lib/store/database/key-check'
import { inTransaction } from '@/lib/store/database/transaction'
import { recordChange } from '../run/record-change'
import { systemFor } from '../run/system-for'

/** What is the matter and what to do, for the start, the log and `doctor`. */
export const otherKeyWords =
  'HABEAS_KEY is not the key that this database was made with. Set HABEAS_KEY to that key: it is kept beside the backup of this database, and must be the same for every process. Or check that DATABASE_URL names the database that you mean. Only where the key is lost for good, `npm run habeas -- key adopt --yes` continues with this one.'

/** The same where the database's key is among the earlier ones: nobody has lost it, and what it costs to leave it is said first. */
export const earlierKeyWords =
  'HABEAS_KEY is not the key that this database was made with; that one is among HABEAS_EARLIER_KEYS, with which only the secrets of connected systems and webhooks open. `npm run habeas -- key adopt` says what else is lost with it, and with `--yes` continues with the new key. Or set HABEAS_KEY to the earlier key again.'

/** Nothing may be done under another key: what is kept as a keyed hash or encrypted would match no more, without a word. */
export class OtherKey extends Error {
  override name = 'OtherKey'
  constructor(isEarlier: boolean) {
    super(`Habeas refuses to start: ${isEarlier ? earlierKeyWords : otherKeyWords}`)
  }
}

const checkOf = (key: Uint8Array): string => hashUnder(key, 'key check', 'habeas')

const own = (): KeyCheck => ({
  key: checkOf(env().key),
  signIn: keyedHash('sign-in key check', 'habeas'),
})

type Compared = 'same' | 'other' | 'none'

/** Whether a check value is that of one of the keys that came before this one. */
const isEarlier = (check: string): boolean => env().earlierKeys.some(key => checkOf(key) === check)

/** Compares this process's keys with those of the database, and changes nothing. */
export async function compareKeys(): Promise<{ key: Compared | 'earlier'; signIn: Compared }> {
  const kept = await readKeyCheck()
  const now = own()
  const compared = (of: keyof KeyCheck): Compared =>
    kept === null ? 'none' : kept[of] === now[of] ? 'same' : 'other'
  const key = compared('key')
  return { key: key === 'other' && kept && isEarlier(kept.key) ? 'earlier' : key, signIn: compared('signIn') }
}

/**
 * Lets a process continue only under the key that the database was made with. The first one of all, and the first one after an upgrade
 * from a version that kept no check value, decides which key that is.
 * @throws OtherKey
 */
export async function requireKeys(): Promise<void> {
  const now = own()
  const kept = await keepKeyCheck(now)
  if (kept.key !== now.key) throw new OtherKey(isEarlier(kept.key))
}

/** Notes another NEXTAUTH_SECRET, which ends every session and link to set a password, and nothing else. @returns whether it is another */
export async function noteSignInKey(): Promise<boolean> {
  const { signIn } = own()
  const kept = await readKeyCheck()
  if (!kept || kept.signIn === signIn) return false
  await changeKeyCheck({ signIn })
  return true
}

/** Continues with this process's key where the database's is lost. @returns false where it is that key already */
export async function adoptKey(): Promise<boolean> {
  const now = own()
  if ((await keepKeyCheck(now)).key === now.key) return false
  await inTransaction(async tx => {
    await changeKeyCheck({ key: now.key }, tx)
    await recordChange(tx, { actor: systemFor.otherKey, command: 'adopt-key' })
  })
  return true
}
