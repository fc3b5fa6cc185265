import { OtherKey, requireKeys } from '@/lib/door/keys/key-check'
import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { onShutdown } from '@/lib/shutdown'
import { closeDatabase } from '@/lib/store/database/transaction'
import { resealSecrets } from '@/lib/store/systems/reseal'
import { startEngine } from './engine'
import { jobs } from './jobs'
import { sweeps } from './sweeps'

// Node would print the whole error, including any personal data that it quotes.
const crash = (error: unknown) => {
  log.fatal({ err: describeError(error) }, 'worker crashed')
  process.exit(1)
}
process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)

try {
  await requireKeys()
} catch (error) {
  if (!(error instanceof OtherKey)) throw error
  console.error(error.message)
  process.exit(1)
}
const engine = await startEngine({ databaseUrl: env().databaseUrl, jobs, sweeps })
process.send?.('ready')
// Work doesn't wait for it: what isn't sealed anew still opens, and the next start tries again.
resealSecrets().then(
  resealed => {
    if (resealed > 0)
      log.info({ resealed }, 'secrets of an earlier HABEAS_KEY are sealed with the present one')
  },
  (error: unknown) =>
    log.error({ err: describeError(error) }, 'secrets of an earlier HABEAS_KEY were not sealed anew'),
)
let stopping = false
onShutdown(async () => {
  stopping = true
  await engine.stop()
  await closeDatabase()
})
// The queue ends by itself only when it can't trust its own state; the parent process restarts us.
engine.ended.then(() => {
  if (!stopping) crash(new Error('the queue ended'))
}, crash)
