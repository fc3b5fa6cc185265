import { z } from 'zod'
import { typedText } from '@/lib/core/intake/typed-text'

/** What somebody writes for an entry of the change log; a title is one line, as it is the subject of a mail. */
export const entryWords = (ask: string) => ({
  title: z
    .string()
    .transform(words => typedText(words).replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1, 'Give it a title.').max(200, 'Give it a shorter title.')),
  text: z
    .string()
    .transform(words => typedText(words).trim())
    .pipe(z.string().min(1, ask)),
})
