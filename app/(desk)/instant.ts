import { z } from 'zod'

/** An instant that one of our own pages named; the database knows neither the year 0 nor the year 200,000. */
export const instant = z.iso
  .datetime()
  .refine(text => text >= '2000')
  .transform(text => new Date(text))
