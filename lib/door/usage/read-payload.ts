import { bodyBytes } from '@/lib/body-bytes'
import { payloadBytes } from '@/lib/usage-data/collecting/protocol'

/**
 * The text of a tracker's POST.
 * @returns null where it is too long; an empty text where it is no UTF-8
 */
export async function readPayload(request: Request): Promise<string | null> {
  const bytes = await bodyBytes(request, payloadBytes)
  if (!bytes) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}
