import { hkdfSync } from 'node:crypto'

/**
 * The key that makes pseudonyms under a version: derived, so that a version is a number in the database and the key
 * itself is nowhere but in the environment.
 * @param masterKey the 32 bytes of HABEAS_KEY
 * @returns 32 bytes
 */
export const usageKey = (masterKey: Uint8Array, version: number): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, '', `habeas usage data v${version}`, 32))
