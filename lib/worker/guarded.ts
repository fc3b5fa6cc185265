import { randomUUID } from 'node:crypto'
import type { Task } from 'graphile-worker'
import { describeError, errorKind, log } from '@/lib/log'
import { jobErrorText } from '@/lib/store/database/jobs'
import type { JobHandler } from './job'

/** Time between asking a job to end and abandoning it. */
const GRACE_MS = 5000

class JobTookTooLong extends Error {
  override name = 'JobTookTooLong'
}

/** Settles with the handler, or rejects when the handler overruns its time. */
function inTime(
  run: (signal: AbortSignal) => Promise<void>,
  ending: AbortSignal | undefined,
  limitMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = new AbortController()
    const limit = setTimeout(() => late.abort(), limitMs)
    const signal = ending ? AbortSignal.any([ending, late.signal]) : late.signal
    let grace: NodeJS.Timeout | undefined
    signal.addEventListener('abort', () => {
      grace = setTimeout(() => reject(new JobTookTooLong()), Math.min(GRACE_MS, limitMs))
    })
    Promise.resolve()
      .then(() => run(signal))
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(limit)
        clearTimeout(grace)
      })
  })
}

/**
 * A handler as the queue wants it: it has a time limit, and what it leaves in the database when it fails is
 * the error's kind and a reference; the error itself goes to the log, masked.
 */
export function guarded(name: string, handler: JobHandler, limitMs: number): Task {
  return async (payload, { job, abortSignal }) => {
    const context = { jobId: job.id, attempt: job.attempts, workerId: job.locked_by ?? '' }
    try {
      await inTime(signal => handler(payload, { ...context, signal }), abortSignal, limitMs)
    } catch (error) {
      const reference = randomUUID()
      const last = job.attempts >= job.max_attempts
      log.error(
        { job: name, jobId: job.id, attempt: job.attempts, reference, err: describeError(error) },
        last ? 'job failed for the last time and is parked' : 'job failed',
      )
      throw new Error(jobErrorText(errorKind(error), reference, new Date()))
    }
  }
}
