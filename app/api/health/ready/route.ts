import { json, problem } from '@/app/api/answers'
import { filesCanBeStored } from '@/lib/door/files/room'
import { describeError, log } from '@/lib/log'
import { missingMigrations } from '@/lib/store/database/readiness'

export const dynamic = 'force-dynamic'

/** The answer comes before a load balancer's usual timeout. */
const PATIENCE_MS = 4000

const notReady = (detail: string) => problem('unavailable', { detail }, { 'retry-after': '30' })

/**
 * The database answers and is up to date, and files can be stored; 503 otherwise, which tells a load balancer to send people
 * elsewhere.
 */
export async function GET(): Promise<Response> {
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('it takes too long')), PATIENCE_MS).unref(),
  )
  try {
    const missing = await Promise.race([missingMigrations(), late])
    if (missing.length > 0) return notReady('the database is not up to date')
  } catch (error) {
    log.warn({ err: describeError(error) }, 'not ready: the database')
    return notReady('the database can’t be reached')
  }
  try {
    await Promise.race([filesCanBeStored(), late])
  } catch (error) {
    log.warn({ err: describeError(error) }, 'not ready: the folder of files')
    return notReady('files can’t be stored')
  }
  return json({ status: 'ready' })
}
