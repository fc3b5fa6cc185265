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

/** Options with which a browser makes a passkey. @param challenge random, used once */
export const registrationOptions = (
  site: Site,
  person: { id: string; email: string; name: string },
  challenge: Uint8Array<ArrayBuffer>,
  known: readonly Passkey[],
) =>
  generateRegistrationOptions({
    rpName: site.name,
    rpID: host(site),
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    challenge,
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
  challenge: Uint8Array<ArrayBuffer>,
  passkeys: readonly Passkey[],
) =>
  generateAuthenticationOptions({
    rpID: host(site),
    challenge,
    allowCredentials: passkeys.map(({ credential: id }) => ({ id })),
    userVerification: 'preferred',
  })

/**
 * Checks what a browser answered to {@link authenticationOptions}, by WebAuthn Level 3, section 7.2.
 * @returns the passkey's new count, or null where anything is wrong
 */
export async function checkAuthentication(
  site: Site,
  text: string,
  challenge: string,
  passkeys: readonly Passkey[],
): Promise<{ credential: string; counter: number } | null> {
  const response = readAnswer(authentication, text)
  const passkey = passkeys.find(known => known.credential === response?.id)
  if (!response || !passkey) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: new URL(site.appUrl).origin,
      expectedRPID: host(site),
      credential: { id: passkey.credential, publicKey: passkey.publicKey, counter: passkey.counter },
      requireUserVerification: false,
    })
    return verified ? { credential: passkey.credential, counter: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}
