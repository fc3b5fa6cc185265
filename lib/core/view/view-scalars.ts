import { z } from 'zod'

/** ISO 8601 with offset. */
export const time = z.iso.datetime({ offset: true })
export const timeOrNull = time.nullable()
export const text = z.string().nullable()

/** An instant as the API writes it. */
export type At = (instant: Date) => string
