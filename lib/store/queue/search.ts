import { emailKey, emailSchema, usernameKey } from '@/lib/core/account/matching'
import type { StaffActor } from '@/lib/core/people/actor'
import { sight } from '@/lib/core/people/permissions'
import { referenceBeginnings, referenceFrom } from '@/lib/core/request/reference'
import { Prisma } from '@/prisma/generated/client'

/** Shorter beginnings would match half the table, so they have to be the whole thing. */
const SHORTEST_BEGINNING = 3

/** Pattern for what begins with a text; `%`, `_` and `\` in it mean themselves. */
const beginning = (text: string) => {
  const literal = text.replace(/[\\%_]/g, '\\$&')
  return text.length < SHORTEST_BEGINNING ? literal : `${literal}%`
}

/** Of a reference in any spelling; fewer than three letters behind `PR-` would match half the table. */
const beginningsWorthIt = (text: string) =>
  referenceBeginnings(text).filter(start => start.length >= 'PR-'.length + SHORTEST_BEGINNING)

/** What a reference may begin with; nothing for an address, as each part of a search takes PostgreSQL time to plan. */
const referencesIn = (text: string): string[] =>
  text.includes('@')
    ? []
    : [...new Set([text.toUpperCase(), referenceFrom(text), ...beginningsWorthIt(text)])]

/**
 * The queue's search: what begins with a text, and for a whole address all that concerns its account. Written so that
 * PostgreSQL may choose: look-ups by index for what few have, or the view from its beginning for what many have, which then
 * comes up soon. NUL can't be in any key, and PostgreSQL refuses it.
 */
export function searched(actor: StaffActor, q: string): Prisma.Sql {
  const text = q.replaceAll('\0', '\ufffd')
  const parts = referencesIn(text).map(start => Prisma.sql`request.reference like ${beginning(start)}`)
  if (sight[actor.role] !== 'no-personal-data') {
    const address = beginning(emailKey(text))
    parts.push(
      Prisma.sql`request.email_key like ${address}`,
      Prisma.sql`request.requester_key like ${address}`,
      Prisma.sql`request.username_key like ${beginning(usernameKey(text))}`,
      ...ofAccountWith(text),
    )
  }
  return parts.length > 0 ? Prisma.sql`(${Prisma.join(parts, ' or ')})` : Prisma.sql`false`
}

/**
 * What was asked about the account that has this address, or by any other address of it; nothing where the text is no whole
 * address. As arrays, which are looked up first, so that an index answers here as for the others.
 */
function ofAccountWith(text: string): Prisma.Sql[] {
  const whole = emailSchema.safeParse(text)
  if (!whole.success) return []
  const given = Prisma.sql`account_address given where given.email_key = ${whole.data}`
  const addresses = Prisma.sql`array(select other.email_key from account_address other
    where other.account_id in (select given.account_id from ${given}))`
  return [
    Prisma.sql`request.account_id = any(array(select given.account_id from ${given}))`,
    Prisma.sql`request.email_key = any(${addresses})`,
    Prisma.sql`request.requester_key = any(${addresses})`,
  ]
}
