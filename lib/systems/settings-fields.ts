import { z } from 'zod'
import type { SettingField } from '@/lib/core/systems/setting-field'

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

/**
 * Gives a setting its label; goes around the whole schema of the setting, `optional` included. What a setting was parsed into is
 * kept and parsed again, so a schema takes its own output and changes nothing of it.
 */
export function setting<Schema extends z.ZodType>(meta: SettingMeta, schema: Schema): Schema {
  // A schema that several settings share, such as `secretText`, has one label for each of them.
  const own = schema.clone()
  described.add(own, meta)
  return own
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

const jsonShape = z.object({
  properties: z
    .record(z.string(), z.looseObject({ type: z.string().optional(), enum: z.array(z.string()).optional() }))
    .default({}),
  required: z.array(z.string()).default([]),
})

/** The settings of a kind in their order, as forms draw them. @throws where one has no `setting()` around it */
export function fieldsOf(settings: z.ZodObject): SettingField[] {
  const { properties, required } = jsonShape.parse(
    z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }),
  )
  return Object.entries(settings.shape).map(([name, schema]) => {
    const { label, hint, secret = false, address = false } = metaOf(schema)
    const { type, enum: choices } = properties[name] ?? {}
    const shape = choices
      ? 'choice'
      : type === 'object'
        ? 'lines'
        : type === 'boolean'
          ? 'yes-no'
          : type === 'number' || type === 'integer'
            ? 'number'
            : 'text'
    return {
      name,
      label,
      ...(hint !== undefined && { hint }),
      shape,
      choices: choices ?? [],
      required: required.includes(name),
      secret,
      address,
    }
  })
}
