import type { Readable } from 'node:stream'
import type { Download } from '@/lib/door/files/download'

/** RFC 8187: every character that isn't plain ASCII as the bytes of its UTF-8. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const asciiOf = (name: string) => name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')

/** The bytes as an answer's body, read no faster than they leave; let go when nobody wants the rest. */
function bodyOf(bytes: Readable): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel() {
      bytes.destroy()
    },
  })
}

/** A file as an answer that no browser shows, runs or keeps: it is saved, under its own name. */
export function attachment({ name, mediaType, size, bytes }: Download): Response {
  return new Response(bodyOf(bytes), {
    headers: {
      'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
      'content-length': String(size),
      'content-disposition': `attachment; filename="${asciiOf(name)}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    },
  })
}
