import { z } from 'zod'

/** Where a page ended: the time and the id of its last row. */
export const timeCursor = z
  .string()
  .regex(/^\d{1,15}_[\w-]{1,64}$/)
  .transform(text => {
    const at = text.indexOf('_')
    return { at: new Date(Number(text.slice(0, at))), id: text.slice(at + 1) }
  })

export const timeCursorText = (at: Date, id: string): string => `${at.getTime()}_${id}`
