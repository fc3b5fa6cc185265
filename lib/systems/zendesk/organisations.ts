import { z } from 'zod'
import { askForOne, everyItem, idSchema, type Zendesk } from './api'
import type { ZendeskSettings } from './settings'

const organisationSchema = z.object({
  id: idSchema,
  name: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  organization_fields: z.record(z.string(), z.unknown()).nullish(),
})
export type Organisation = z.output<typeof organisationSchema>

/** A field whose name says that it holds the last day. Bounded: names of fields are Zendesk's, and are cut to 100 letters. */
const isEnd = (field: string) =>
  /(^|_)(end|ends|ended|expires?|expired|expiry|expiration|valid_until)(_|$)/i.test(field.slice(0, 100))

/** A day, also of a time; null where it is none. */
const dayIn = (value: unknown): string | null =>
  typeof value === 'string' ? (/^(\d{4}-\d\d-\d\d)(T|\s|$)/.exec(value.slice(0, 40))?.[1] ?? null) : null

const saysExpired = (value: unknown, today: string): boolean => {
  const day = dayIn(value)
  if (day) return day < today
  return (
    value === true || (typeof value === 'string' && /^(expired|true|yes)$/i.test(value.trim().slice(0, 20)))
  )
}

/**
 * Whether an organisation is no longer a customer: by its tag or its field as the settings name them, or by a field that is called
 * an end and holds a day in the past. Where ends contradict each other, and in any doubt, it is one: then nothing is deleted.
 */
export function isExpired(
  { tags, organization_fields }: Organisation,
  { expiredTag, expiredField }: Pick<ZendeskSettings, 'expiredTag' | 'expiredField'>,
  now: Date,
): boolean {
  const today = now.toISOString().slice(0, 10)
  const same = (tag: string) => tag.toLowerCase() === expiredTag.toLowerCase()
  if (tags?.some(same)) return true
  const fields = organization_fields ?? {}
  if (expiredField !== undefined) return saysExpired(fields[expiredField], today)
  const ends = Object.entries(fields).flatMap(([field, value]) => (isEnd(field) ? (dayIn(value) ?? []) : []))
  if (ends.length > 0) return ends.every(day => day < today)
  return Object.entries(fields).some(
    ([field, value]) => /(^|_)expired(_|$)/i.test(field.slice(0, 100)) && value === true,
  )
}

const userSchema = z.object({ user: z.object({ organization_id: idSchema.nullish() }) })

/** Every organisation of a user, the one that is named on the user included. */
export async function organisationsOf(zendesk: Zendesk, user: string): Promise<Organisation[]> {
  const path = `/users/${user}/organizations`
  const all = await everyItem(zendesk, { path }, 'organizations', organisationSchema)
  const named = (await askForOne(zendesk, { path: `/users/${user}`, schema: userSchema }))?.body.user
    .organization_id
  if (!named || all.some(({ id }) => id === named)) return all
  const schema = z.object({ organization: organisationSchema })
  const own = await askForOne(zendesk, { path: `/organizations/${named}`, schema })
  return own ? [...all, own.body.organization] : all
}
