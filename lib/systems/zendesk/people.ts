import { z } from 'zod'
import type { ActResult, EvidenceLine, Subject } from '../contract'
import { everyItem, idSchema, type Zendesk } from './api'
import { assertSeesEverybody } from './me'
import { count } from './words'

const userSchema = z.object({
  id: idSchema,
  email: z.string().nullish(),
  role: z.string(),
  active: z.boolean().default(true),
})

const identitySchema = z.object({
  type: z.string(),
  value: z.string().nullish(),
  verified: z.boolean().nullish(),
})

/** A user who has one of the addresses. */
export interface Person {
  id: string
  isEndUser: boolean
}

export interface People {
  found: readonly Person[]
  /** Users who entered one of the addresses and never showed that it is theirs. */
  unsure: readonly string[]
}

const key = (address: string | null | undefined) => address?.trim().toLowerCase() ?? ''

/** Quotes would end the search's text, and are part of no address that can be mailed. */
const searched = (address: string) => `email:"${address.replaceAll(/["\\\s]/g, '')}"`

/** Whether one of the addresses is really theirs: the search also answers with names that look alike. */
async function hasAddress(
  zendesk: Zendesk,
  user: z.output<typeof userSchema>,
  addresses: ReadonlySet<string>,
): Promise<'theirs' | 'unsure' | 'not-theirs'> {
  if (addresses.has(key(user.email))) return 'theirs'
  const path = `/users/${user.id}/identities`
  const identities = await everyItem(zendesk, { path }, 'identities', identitySchema)
  const same = identities.filter(({ type, value }) => type === 'email' && addresses.has(key(value)))
  if (same.length === 0) return 'not-theirs'
  return same.some(({ verified }) => verified !== false) ? 'theirs' : 'unsure'
}

/** Looks for the person by every address. @throws SystemFailure where it can't be told */
export async function findPeople(zendesk: Zendesk, { emails }: Subject): Promise<People> {
  const addresses = new Set(emails.map(key).filter(Boolean))
  const candidates = new Map<string, z.output<typeof userSchema>>()
  for (const address of addresses) {
    const asking = { path: '/users/search', query: { query: searched(address) } }
    for (const user of await everyItem(zendesk, asking, 'users', userSchema))
      if (user.active) candidates.set(user.id, user)
  }
  const found: Person[] = []
  const unsure: string[] = []
  for (const user of candidates.values()) {
    const has = await hasAddress(zendesk, user, addresses)
    if (has === 'theirs') found.push({ id: user.id, isEndUser: user.role === 'end-user' })
    if (has === 'unsure') unsure.push(user.id)
  }
  if (found.length + unsure.length === 0) await assertSeesEverybody(zendesk)
  return { found, unsure }
}

export const nobodyWords = ({ emails }: Subject): string =>
  emails.length === 1
    ? 'No user was found with the address.'
    : `No user was found with any of the ${emails.length} addresses.`

export const unsureWords = (ids: readonly string[]): string =>
  `${count(ids.length, 'user')} (${ids.join(', ')}) entered one of the addresses and never confirmed it`

/** That nobody was found, as evidence. */
export const nobodyFound = (at: Date, subject: Subject): EvidenceLine => ({
  at,
  what: `Searched for users by ${count(subject.emails.length, 'address', 'addresses')}`,
  result: nobodyWords(subject),
})

/** Why nothing of theirs is changed without a person; null where it may be. */
export function onlyByHand({ settings }: Zendesk, { found, unsure }: People): ActResult | null {
  const link = (id: string) => `${settings.url}/agent/users/${id}`
  const agent = found.find(({ isEndUser }) => !isEndUser)
  if (agent)
    return {
      is: 'by-hand',
      words: `User ${agent.id} is an agent or admin of Zendesk, and those are never deleted from here. Decide it with an admin of Zendesk.`,
      link: link(agent.id),
    }
  const [first] = unsure
  if (first === undefined) return null
  return {
    is: 'by-hand',
    words: `${unsureWords(unsure)}. Look who that is, and do it by hand.`,
    link: link(first),
  }
}
