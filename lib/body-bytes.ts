/**
 * The very bytes of a body, up to a limit. The rest of a longer one is thrown away, so that its sender gets to read the answer.
 * @returns null where it is longer
 */
export async function bodyBytes(request: Request, most: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size <= most) parts.push(read.value)
    else parts.length = 0
  }
  return size > most ? null : Buffer.concat(parts)
}
