import { collectorAnswer, collectorCaller, collectorOptions, collectorRefusal } from '@/app/collector-answers'
import { collectQuery } from '@/lib/door/usage/collect'

export const dynamic = 'force-dynamic'

/** One transparent pixel: trackers without script ask for it as an image. */
const pixel = Uint8Array.from(
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
)

/** Where trackers send one event as an address. */
export async function GET(request: Request): Promise<Response> {
  const collected = await collectQuery(new URL(request.url).searchParams, collectorCaller(request))
  return collectorAnswer(request, collected, { type: 'image/gif', of: pixel })
}

export const OPTIONS = (request: Request): Response => collectorOptions(request)

export const POST = collectorRefusal
// The framework would answer HEAD by GET, and count it.
export const HEAD = collectorRefusal
export const PUT = collectorRefusal
export const PATCH = collectorRefusal
export const DELETE = collectorRefusal
