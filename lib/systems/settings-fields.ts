import { z } from 'zod'

/** What the settings page and the API need to know of a setting besides its shape. */
export interface SettingMeta {
  label: string
  hint?: string
  /** Sealed, never shown again, and never logged. */
  secret?: true
  /** An address that our server calls, so it is held against private networks. */
  address?: true
}

const described = z.registry<SettingMeta>()

/** Gives a setting its label; goes around the whole schema of the setting, `optional` included. */
export function setting<Schema extends z.ZodType>(meta: SettingMeta, schema: Schema): Schema {
  described.add(schema, meta)
  return schema
}

/** What was said of a setting. */
export function metaOf(schema: z.ZodType): SettingMeta {
  const meta = described.get(schema)
  if (!meta) throw new Error('a setting without setting() around it')
  return meta
}

/** A site's own address. Bounded: 500 characters. */
export const siteAddress = z
  .url({ protocol: /^https?$/, error: 'Enter a whole address, such as https://gitlab.example.com.' })
  .max(500)
  .transform(address => address.replace(/\/+$/, ''))

/** A token, key or password, without what copying leaves around it. */
export const secretText = z.string().trim().min(1, 'Enter it.').max(500)

/** A short text on one line. */
export const shortText = z.string().trim().min(1, 'Enter it.').max(200)
