import { payloadBytes } from '@/lib/usage-data/collecting/protocol'

/**
 * The text of a tracker's POST. The rest of one that is too long is thrown away, so that the tracker gets to read the
 * answer.
 * @returns null where it is too long; an empty text where it is no UTF-8
 */
export async function readPayload(request: Request): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size <= payloadBytes) parts.push(read.value)
    else parts.length = 0
  }
  if (size > payloadBytes) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch {
    return ''
  }
}
