import { z } from 'zod'

/** The name of somebody who works here. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(100)
  .refine(text => !/\p{C}/u.test(text), 'Take out the characters that can’t be shown.')
