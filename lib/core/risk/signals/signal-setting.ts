import { z } from 'zod'

const points = z.number().int().min(0).max(100)

/** Points of one signal; `many` and `from` only where the signal has two steps. */
export const signalSettingSchema = z.object({
  points,
  many: points.optional(),
  from: z.number().int().min(1).max(10_000).optional(),
})
export type SignalSetting = z.infer<typeof signalSettingSchema>
