import { z } from 'zod'
import { countryCodes } from '@/lib/core/request/countries'

/*
 * What a field may look like to be kept as it came. Each is a closed list or a short number, so that nothing that
 * somebody typed fits in.
 */

/** The id of a project or namespace: a short number, which is what databases count with. */
export const id = z.string().regex(/^[1-9]\d{0,8}$/)

/** One of these words. */
export const oneOf = (...words: readonly string[]): z.ZodType<string> => z.enum(words)

/** A count of things: at most six digits. */
export const count = z.string().regex(/^(0|[1-9]\d{0,5})$/)

export const truth = oneOf('true', 'false')

/** A product's version; three short numbers at most, so that no network address fits in. */
export const version = z.string().regex(/^\d{1,2}\.\d{1,2}(\.\d{1,2})?(-(ee|ce|pre))?$/)

/** A time as trackers tell it: milliseconds since 1970, between 2017 and 2033. */
export const milliseconds = z.string().regex(/^1[5-9]\d{11}$/)

/** Two letters of the list of countries. */
export const country = oneOf(...countryCodes)

/** A part of a country as ISO 3166-2 writes it. */
export const region = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
