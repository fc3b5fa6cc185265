import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { z } from 'zod'

/** An authenticator in software (WebAuthn Level 3), for tests at the door: it signs what it is told, also what a real one never would. */

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const [PRESENT, VERIFIED, WITH_KEY] = [0x01, 0x04, 0x40]

/** What a browser would say; each is true unless a test lies. */
interface Circumstances {
  origin: string
  /** Host name of the site. */
  site?: string
  /** How often the passkey has been used, by its own count. */
  counter?: number
  /** False where it was touched, and asked neither for a PIN nor for a finger. */
  isVerified?: boolean
}

export interface SoftPasskey {
  id: string
  /** A browser's answer to options for a new passkey. */
  make(options: string, circumstances: Circumstances): string
  /** A browser's answer to options for signing in. */
  prove(options: string, circumstances: Circumstances): string
}

export function softPasskey(): SoftPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(16)
  const id = credential.toString('base64url')
  const { x, y } = z.object({ x: z.string(), y: z.string() }).parse(publicKey.export({ format: 'jwk' }))
  // COSE: an elliptic key (1: 2) for ES256 (3: -7) on P-256 (-1: 1), with its two coordinates.
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )
  const clientData = (type: string, options: string, { origin }: Circumstances) =>
    Buffer.from(
      JSON.stringify({ type, challenge: JSON.parse(options).challenge, origin, crossOrigin: false }),
    )
  const authenticatorData = (
    more: number,
    { origin, site, counter = 0, isVerified = true }: Circumstances,
  ) => {
    const flags = PRESENT | (isVerified ? VERIFIED : 0) | more
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(site ?? new URL(origin).hostname), Buffer.from([flags]), count])
  }
  const answer = (response: object) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  return {
    id,
    make(options, told) {
      const head = authenticatorData(WITH_KEY, told)
      const length = Buffer.from([0, credential.length])
      const authData = Buffer.concat([head, Buffer.alloc(16), length, credential, coseKey])
      const attestation = isoCBOR.encode(
        new Map<string, string | Map<string, never> | Uint8Array>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, never>()],
          ['authData', new Uint8Array(authData)],
        ]),
      )
      return answer({
        clientDataJSON: clientData('webauthn.create', options, told).toString('base64url'),
        attestationObject: Buffer.from(attestation).toString('base64url'),
      })
    },
    prove(options, told) {
      const said = clientData('webauthn.get', options, told)
      const authData = authenticatorData(0, told)
      const signature = createSign('sha256').update(authData).update(sha256(said)).sign(privateKey)
      return answer({
        clientDataJSON: said.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}
