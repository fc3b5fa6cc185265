import { json, problem } from '@/app/api/answers'
import { describeError, log } from '@/lib/log'
import { missingMigrations } from '@/lib/store/database/readiness'

export const dynamic = 'force-dynamic'

/** The answer comes before a load balancer's usual timeout. */
const PATIENCE_MS = 4000

/** The database answers and is up to date; 503 otherwise, which tells a load balancer to send people elsewhere. */
export async function GET(): Promise<Response> {
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('the database takes too long')), PATIENCE_MS).unref(),
  )
  try {
    const missing = await Promise.race([missingMigrations(), late])
    return missing.length === 0 ? json({ status: 'ready' }) : problem('unavailable')
  } catch (error) {
    log.warn({ err: describeError(error) }, 'not ready')
    return problem('unavailable')
  }
}
