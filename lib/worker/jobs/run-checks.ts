import { z } from 'zod'
import { runRequestCommand } from '@/lib/door/run/run'
import { referenceOf } from '@/lib/store/request/requests'
import type { JobHandler } from '../job'
import { system } from '../system'

const payloadSchema = z.object({ requestId: z.string() })
const ATTEMPTS = 5

class DirectoryUnreachable extends Error {
  override name = 'DirectoryUnreachable'
}

/** Runs the automated checks of a confirmed request; after its last attempt a person sees that they failed. */
export const runChecks: JobHandler = async (payload, { jobId, attempt }) => {
  const { requestId } = payloadSchema.parse(payload)
  const reference = await referenceOf(requestId)
  if (!reference) return
  const done = await runRequestCommand(
    system,
    reference,
    'record-check-results',
    {},
    { commandId: `checks:${requestId}:${jobId}` },
  )
  if (done.ok || done.reason !== 'directory-unreachable') return
  if (attempt < ATTEMPTS) throw new DirectoryUnreachable()
  await runRequestCommand(
    system,
    reference,
    'record-checks-failure',
    done.detail ? { source: done.detail } : {},
    { commandId: `checks-failed:${requestId}:${jobId}` },
  )
}
