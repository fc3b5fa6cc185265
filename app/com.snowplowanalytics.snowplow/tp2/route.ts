import { collectorAnswer, collectorCaller, collectorOptions, collectorRefusal } from '@/app/collector-answers'
import { collectPayload } from '@/lib/door/usage/collect'
import { readPayload } from '@/lib/door/usage/read-payload'

export const dynamic = 'force-dynamic'

/** Where trackers send batches of events. */
export async function POST(request: Request): Promise<Response> {
  return collectorAnswer(request, await collectPayload(await readPayload(request), collectorCaller(request)))
}

export const OPTIONS = (request: Request): Response => collectorOptions(request)

export const GET = collectorRefusal
export const HEAD = collectorRefusal
export const PUT = collectorRefusal
export const PATCH = collectorRefusal
export const DELETE = collectorRefusal
