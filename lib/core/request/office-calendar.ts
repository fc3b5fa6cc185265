import { z } from 'zod'

/** The days on which the organisation's offices are closed, besides weekends, as Privacy has set them. */
export const officeCalendar = z.object({
  /** ISO 3166-1: whose public holidays are kept; null where only weekends and the days below are. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  /** ISO 3166-2, where a part of the country has holidays of its own. */
  region: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
    .nullable()
    .default(null),
  /** Days on which these offices are closed, too. */
  closed: z
    .array(
      z.object({ day: z.iso.date('Use days such as 2026-12-24.'), name: z.string().trim().min(1).max(80) }),
    )
    .max(200)
    .default([]),
})
export type OfficeCalendar = z.infer<typeof officeCalendar>
