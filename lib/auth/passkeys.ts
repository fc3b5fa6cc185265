import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'

/** Where passkeys hold: the site by its host name, and its whole address. */
export interface Site {
  name: string
  appUrl: string
}

/** A passkey as it is stored; `credential` in base64url. */
export interface Passkey {
  credential: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

/** What one of a person's passkeys is asked to sign. */
export interface Challenge {
  /** Random and used once, in base64url. */
  text: string
  /** Whether a touch is not enough: the authenticator has to ask for a PIN or a finger, too (user verification). */
  mustVerify: boolean
}

/** As the library takes the text of a challenge. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'))

const host = ({ appUrl }: Site) => new URL(appUrl).hostname
const LONGEST = 20_000
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)
const credential = {
  id: base64url.min(1).max(1400),
  rawId: base64url.min(1).max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}
const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).exactOptional(),
  }),
})
const authentication = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.exactOptional(),
  }),
})

/** Reads an answer of a browser's script; null where it has another shape. */
function readAnswer<T>(schema: z.ZodType<T>, text: string): T | null {
  if (text.length > LONGEST) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Options with which a browser makes a passkey. @param challenge random and used once, in base64url */
export const registrationOptions = (
  site: Site,
  person: { id: string; email: string; name: string },
  challenge: string,
  known: readonly Passkey[],
) =>
  generateRegistrationOptions({
    rpName: site.name,
    rpID: host(site),
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    challenge: bytesOf(challenge),
    attestationType: 'none',
    excludeCredentials: known.map(({ credential: id }) => ({ id })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })

/**
 * Checks what a browser answered to {@link registrationOptions}, by WebAuthn Level 3, section 7.1.
 * @returns the passkey, or null where anything is wrong
 */
export async function checkRegistration(
  site: Site,
  text: string,
  challenge: string,
): Promise<Passkey | null> {
  const response = readAnswer(registration, text)
  if (!response) return null
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: new URL(site.appUrl).origin,
      expectedRPID: host(site),
      requireUserVerification: false,
    })
    if (!verified || !registrationInfo) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return { credential: id, publicKey, counter, transports: response.response.transports ?? [] }
  } catch {
    // The library throws for each thing that is wrong; to the person it is all one.
    return null
  }
}

/** Options with which a browser asks for one of a person's passkeys. */
export const authenticationOptions = (
  site: Site,
  { text, mustVerify }: Challenge,
  passkeys: readonly Passkey[],
) =>
  generateAuthenticationOptions({
    rpID: host(site),
    challenge: bytesOf(text),
    allowCredentials: passkeys.map(({ credential: id }) => ({ id })),
    userVerification: mustVerify ? 'required' : 'preferred',
  })

/**
 * Checks what a browser answered to {@link authenticationOptions}, by WebAuthn Level 3, section 7.2.
 * @returns the passkey's new count, or null where anything is wrong
 */
export async function checkAuthentication(
  site: Site,
  answer: string,
  challenge: Challenge,
  passkeys: readonly Passkey[],
): Promise<{ credential: string; counter: number } | null> {
  const response = readAnswer(authentication, answer)
  const passkey = passkeys.find(known => known.credential === response?.id)
  if (!response || !passkey) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge.text,
      expectedOrigin: new URL(site.appUrl).origin,
      expectedRPID: host(site),
      credential: { id: passkey.credential, publicKey: passkey.publicKey, counter: passkey.counter },
      requireUserVerification: challenge.mustVerify,
    })
    return verified ? { credential: passkey.credential, counter: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}
