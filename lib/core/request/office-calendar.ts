import { z } from 'zod'

/** The days on which the organisation's offices are closed, besides weekends, as Privacy has set them. */
export const officeCalendar = z
  .object({
    /** ISO 3166-1: whose public holidays are kept; null where only weekends and the days below are. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .default(null),
    /** ISO 3166-2, where a part of the country has holidays of its own. */
    region: z
      .string()
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Use the code of the part, such as GB-ENG.')
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
  .refine(({ country, region }) => !region || region.slice(0, 2) === country, {
    error: 'This part is not in that country. Use a code such as GB-ENG.',
    path: ['region'],
  })
export type OfficeCalendar = z.infer<typeof officeCalendar>
