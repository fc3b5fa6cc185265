/** A webhook carries a ticket's number and some words. */
const MOST_BYTES = 64 * 1024

/**
 * The very bytes of a webhook. The rest of one that is too long is thrown away, so that its sender gets to read the answer.
 * @returns null where it is too long
 */
export async function readHookBody(request: Request): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size <= MOST_BYTES) parts.push(read.value)
    else parts.length = 0
  }
  return size > MOST_BYTES ? null : Buffer.concat(parts)
}
