import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

/**
 * Hands on the pieces of a gzip file, and unpacks them beside it to see that it is whole: one that was cut off on its way may
 * look complete to HTTP, and a person would get an archive that doesn't open. What is unpacked is kept nowhere.
 * @param failure what is thrown where it is cut off, or no archive at all
 */
export async function* wholeArchive(
  pieces: AsyncIterable<Uint8Array>,
  failure: () => Error,
): AsyncGenerator<Uint8Array> {
  const unpack = createGunzip().resume()
  const isWhole = finished(unpack).then(
    () => true,
    () => false,
  )
  try {
    for await (const piece of pieces) {
      if (unpack.destroyed) throw failure()
      if (!unpack.write(piece)) await Promise.race([once(unpack, 'drain'), isWhole])
      yield piece
    }
    unpack.end()
    if (!(await isWhole)) throw failure()
  } finally {
    unpack.destroy()
  }
}
