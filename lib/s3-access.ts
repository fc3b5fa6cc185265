import { z } from 'zod'
import { flag, hasHost, urlOf } from './env-values'

// How storage of the S3 protocol is reached. Which bucket is said where it is used.

/** The regions' names are short, and a part of Amazon's addresses. */
const region = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i, 'must be the name of a region, such as eu-central-1')

const endpoint = urlOf('https:', 'http:').refine(text => {
  const { username, password, search, hash } = new URL(text)
  return [username, password, search, hash].every(part => part === '') && hasHost(text)
}, 'must be the address of the storage alone, such as https://s3.example.org; the key has variables of its own')

/** Keys go into a header as they are. */
const keyText = z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be a key as the storage shows it, on one line')

export const s3Variables = {
  S3_ENDPOINT: endpoint.optional(),
  S3_REGION: region.optional(),
  S3_ACCESS_KEY_ID: keyText.optional(),
  S3_SECRET_ACCESS_KEY: keyText.optional(),
  S3_PATH_STYLE: flag,
}

type S3Values = z.output<z.ZodObject<typeof s3Variables>>

export interface S3Access {
  /** Without it, Amazon's address of the region. */
  endpoint: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket is the first part of the path rather than of the host's name. */
  pathStyle: boolean
}

/** Servers of one's own take any region; most are set to this one. */
const USUAL_REGION = 'us-east-1'

/** What is missing among variables that belong together. */
export function s3Problem(env: S3Values): { path: string[]; message: string } | null {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  const place = S3_ENDPOINT ? 'S3_ENDPOINT' : 'S3_REGION'
  if (!S3_ACCESS_KEY_ID !== !S3_SECRET_ACCESS_KEY)
    return {
      path: [S3_ACCESS_KEY_ID ? 'S3_ACCESS_KEY_ID' : 'S3_SECRET_ACCESS_KEY'],
      message: 'must be set together with its other half: S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY',
    }
  if (!S3_ACCESS_KEY_ID && (S3_ENDPOINT || S3_REGION))
    return { path: [place], message: 'needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY as well' }
  if (S3_ACCESS_KEY_ID && !S3_ENDPOINT && !S3_REGION)
    return {
      path: ['S3_ACCESS_KEY_ID'],
      message: 'needs S3_REGION for Amazon’s storage, or S3_ENDPOINT for any other',
    }
  return null
}

/** @returns undefined where no storage is set */
export function s3Of(env: S3Values): S3Access | undefined {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!accessKeyId || !secretAccessKey) return undefined
  return {
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION ?? USUAL_REGION,
    accessKeyId,
    secretAccessKey,
    pathStyle: env.S3_PATH_STYLE,
  }
}
