import type { Role, StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { keyedHash, newSecret } from '@/lib/secrets'

const PREFIX = 'hbs_'
/** 256 bits from the system's generator; nothing shorter or longer was ever given out. */
const SHAPE = /^hbs_[A-Za-z0-9_-]{43}$/

/** A new API token. It is shown once and kept only as {@link tokenHash}. */
export const newToken = (): string => `${PREFIX}${newSecret()}`

/**
 * What is stored in a token's stead: a keyed hash, so that a copy of the database alone proves nothing about any token.
 * @returns 64 hexadecimal digits
 */
export const tokenHash = (token: string): string => keyedHash('api token', token)

/** The token of an `Authorization: Bearer …` header; null where the header holds no token in our format. */
export function bearerToken(authorization: string | null): string | null {
  const token = authorization?.match(/^bearer +(\S+)$/i)?.[1]
  return token && SHAPE.test(token) ? token : null
}

/**
 * Who calls the API.
 * @param find looks a live token up by its hash
 * @returns null for everything that is no live token; a token counts as one person with its role
 */
export async function requireToken(
  authorization: string | null,
  find: (hash: string) => Promise<{ id: string; role: Role } | null>,
): Promise<StaffActor | null> {
  const token = bearerToken(authorization)
  const found = token && (await find(tokenHash(token)))
  return found ? staffActor(found.id, found.role, 'token') : null
}
