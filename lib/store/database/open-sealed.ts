import { env } from '@/lib/env'
import { openJson, type SealPurpose, sealJson } from './sealing'

/** Sealed with a key that this process doesn't have, or changed since. */
export class NotOpened extends Error {
  override name = 'NotOpened'
  constructor() {
    super('sealed with another HABEAS_KEY')
  }
}

const opens = (sealed: Uint8Array, purpose: SealPurpose, key: Uint8Array, id: string) => {
  try {
    return { value: openJson(sealed, purpose, key, id) }
  } catch {
    // That it doesn't fit is the answer.
    return null
  }
}

/**
 * Reads a sealed value back, also where it was sealed with a key of before (HABEAS_EARLIER_KEYS); the caller checks its shape.
 * @throws NotOpened when none of the keys fits, the purpose or the row is another one, or a byte was changed
 */
export function openSealed(sealed: Uint8Array, purpose: SealPurpose, id: string): unknown {
  for (const key of [env().key, ...env().earlierKeys]) {
    const opened = opens(sealed, purpose, key, id)
    if (opened) return opened.value
  }
  throw new NotOpened()
}

/**
 * The same value sealed with the present key.
 * @returns null where that is its key already, or none fits
 */
export function sealedAnew(
  sealed: Uint8Array,
  purpose: SealPurpose,
  id: string,
): Uint8Array<ArrayBuffer> | null {
  const { key, earlierKeys } = env()
  if (opens(sealed, purpose, key, id)) return null
  for (const earlier of earlierKeys) {
    const opened = opens(sealed, purpose, earlier, id)
    if (opened) return sealJson(opened.value, purpose, key, id)
  }
  return null
}
