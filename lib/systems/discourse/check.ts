import { systemClock } from '@/lib/clock'
import { clockCheck, failedCheck } from '../connection-checks'
import type { SystemCheck } from '../contract'
import { SystemFailure } from '../failure'
import type { DiscourseApi } from './api'

const NOT_ADMIN =
  'The key acts as somebody who is no admin of the forum. Make a key for an admin, such as system, and enter that username.'
const READ_ONLY =
  'The key may only read, or has the scope Granular. Make one with the scope Global, so that users and posts can be deleted.'

/** Discourse answers 403 to a key that it doesn't know, and a site that isn't one answers anything. */
function notReached(error: unknown): SystemCheck {
  if (error instanceof SystemFailure && error.reason === 'forbidden')
    return failedCheck(
      new SystemFailure(
        'forbidden',
        `${error.message} Check the API key and the username that goes with it.`,
      ),
      'Credentials',
    )
  if (error instanceof SystemFailure && ['nonsense', 'unexpected'].includes(error.reason))
    return failedCheck(
      new SystemFailure(error.reason, `That doesn’t seem to be a Discourse forum. ${error.message}`),
      'Address',
    )
  return failedCheck(error)
}

/** Who the key acts as, and whether it may write, which asks to delete posts of a user who can't exist. */
export async function checkDiscourse(api: DiscourseApi): Promise<SystemCheck[]> {
  let me: Awaited<ReturnType<DiscourseApi['whoAmI']>>
  try {
    me = await api.whoAmI()
  } catch (error) {
    return [notReached(error)]
  }
  const clock = clockCheck(me.headers, systemClock.now())
  const credentials = { name: 'Credentials', ok: true, words: 'The forum accepts the API key.' }
  return [credentials, await rightsCheck(api, me.isAdmin), clock]
}

async function rightsCheck(api: DiscourseApi, isAdmin: boolean): Promise<SystemCheck> {
  const name = 'Rights'
  if (!isAdmin) return { name, ok: false, words: NOT_ADMIN }
  try {
    return (await api.mayWrite())
      ? { name, ok: true, words: 'It acts as an admin, and may delete.' }
      : { name, ok: false, words: READ_ONLY }
  } catch (error) {
    return failedCheck(error, name)
  }
}
