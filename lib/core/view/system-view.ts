import { z } from 'zod'
import { abilities } from '../systems/names'
import { time } from './view-scalars'

/** Connected systems, as the API takes and answers them. */

const words = 'Give a text, a number, yes or no, or names with a text or number each.'

/** A setting as it is sent, before its kind has looked at it. Bounded: a text of 2,000 characters. */
const sentSetting = z.union(
  [
    z.string().max(2000),
    z.number(),
    z.boolean(),
    z.null(),
    z
      .record(z.string().min(1).max(100), z.union([z.string().max(500), z.number(), z.boolean()]))
      .refine(names => Object.keys(names).length <= 100),
  ],
  words,
)

export const systemInput = z.strictObject({
  kind: z.string('Say what kind of system it is.').max(60),
  /** As people here call it; the kind's name unless told. */
  name: z.string().trim().min(1, 'Enter a name.').max(60).optional(),
  enabled: z.boolean('Say whether it is switched on: true or false.'),
  /** By name. A secret that is left out keeps its value; null or an empty text takes an optional one away. */
  settings: z.record(z.string().max(60), sentSetting),
})
export type SystemInput = z.output<typeof systemInput>

export const systemView = z.object({
  key: z.string(),
  kind: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  /** What it can do. */
  abilities: z.array(z.enum(abilities)),
  /** By name. Of a secret only whether it is set: `{"set": true}`. */
  settings: z.record(z.string(), z.unknown()),
  health: z.object({ state: z.enum(['ok', 'failing', 'off']), since: time, words: z.string() }),
})
export type SystemView = z.output<typeof systemView>

export const systemsView = z.object({ items: z.array(systemView) })

export const systemCheckView = z.object({
  /** Each check is. */
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), words: z.string() })),
})
