import { isAbsolute } from 'node:path'

/** Where the list is stored, as the setting's text says it. */
export type Place = { in: 'folder'; folder: string } | { in: 'bucket'; bucket: string; prefix: string }

export const PATH_WORDS =
  'Enter the whole path of a folder on this server, such as /var/lib/gdpr, or a bucket, such as s3://gdpr/lists, without “..”.'

/** Amazon's rule, which others keep to: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
/** Signs that are the same in a key and in an address, or are escaped alike by everybody. */
const PREFIX_PART = /^[a-z0-9 !_.*'()=+@-]+$/i
const SCHEME = /^s3:\/\//i

function bucketAt(path: string): Place | null {
  const [bucket = '', ...rest] = path.replace(SCHEME, '').split('/')
  const parts = rest.at(-1) === '' ? rest.slice(0, -1) : rest
  const isKey = parts.every(part => PREFIX_PART.test(part) && part !== '.' && part !== '..')
  const isBucket = BUCKET.test(bucket) && !bucket.includes('..')
  return isBucket && isKey ? { in: 'bucket', bucket, prefix: parts.join('/') } : null
}

/** @returns null where the text is neither a folder's whole path nor a bucket */
export function placeAt(path: string): Place | null {
  if (SCHEME.test(path)) return bucketAt(path)
  const isFolder = isAbsolute(path) && !path.includes('\0') && !path.split(/[\\/]/).includes('..')
  return isFolder ? { in: 'folder', folder: path } : null
}
