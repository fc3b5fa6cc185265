import { z } from 'zod'
import { type FailureReason, SystemFailure } from '../failure'

/** What was asked, for the right that it takes. */
export type Asking = 'look' | 'put' | 'remove'

interface About {
  name: string
  bucket: string
  asking: Asking
}

/** What the SDK throws for an answer: S3's own code is its name. */
const answered = z.looseObject({
  name: z.string(),
  $fault: z.string(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }),
})

const lacking: Readonly<Record<Asking, string>> = {
  look: 'read the bucket. Allow s3:GetObject on its objects, and s3:ListBucket on itself: without it, S3 doesn’t tell what is missing from what is forbidden',
  put: 'write to the bucket. Allow s3:PutObject on its objects',
  remove: 'delete from the bucket. Allow s3:DeleteObject on the objects that a test writes',
}

const ELSEWHERE =
  'is in another region, or at another address. Correct S3_REGION, and S3_ENDPOINT where it is set.'

/** By S3's codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
function wordsOf(code: string, { bucket, asking }: About): { reason: FailureReason; words: string } | null {
  const its = `The bucket “${bucket}”`
  switch (code) {
    case 'NoSuchBucket':
      return {
        reason: 'unexpected',
        words: `${its} doesn’t exist. Make it, or correct its name, the region and the address.`,
      }
    case 'InvalidAccessKeyId':
      return { reason: 'credentials', words: 'S3 doesn’t know the key of S3_ACCESS_KEY_ID.' }
    case 'SignatureDoesNotMatch':
      return {
        reason: 'credentials',
        words: 'S3 doesn’t accept the signature. S3_SECRET_ACCESS_KEY isn’t that of S3_ACCESS_KEY_ID.',
      }
    case 'ExpiredToken':
    case 'InvalidToken':
      return { reason: 'credentials', words: 'S3 doesn’t accept the key any more. Make another.' }
    case 'RequestTimeTooSkewed':
      return {
        reason: 'unexpected',
        words: 'Its clock and ours are too far apart. Set both by a time server.',
      }
    case 'AuthorizationHeaderMalformed':
    case 'IllegalLocationConstraintException':
    case 'IncorrectEndpoint':
    case 'PermanentRedirect':
      return { reason: 'unexpected', words: `${its} ${ELSEWHERE}` }
    case 'AccessDenied':
    case 'AllAccessDisabled':
    case 'AccountProblem':
      return { reason: 'forbidden', words: `S3 forbids it: the key may not ${lacking[asking]}.` }
    default:
      return null
  }
}

/** S3's own code, where it is one; never a text, which could quote what was sent. */
const codeIn = (code: string) => (/^[A-Za-z]{1,60}$/.test(code) ? ` (${code})` : '')

/**
 * What a call of the SDK threw, in words.
 * @throws what is no failure of S3
 */
export function s3Failure(error: unknown, about: About): SystemFailure {
  const { name, bucket, asking } = about
  if (error instanceof SystemFailure) {
    if (error.reason !== 'redirected') return error
    const where = `${name}: The bucket “${bucket}” ${ELSEWHERE}`
    return new SystemFailure('redirected', where, { ...(error.status && { status: error.status }) })
  }
  const parsed = answered.safeParse(error)
  if (!parsed.success) {
    // The SDK leaves the answer with what it threw while it read it.
    if (!(error instanceof Error && '$response' in error)) throw error
    return new SystemFailure('nonsense', `${name} answered in another shape than S3 does.`, {
      mayHaveActed: asking !== 'look',
    })
  }
  const { name: code, $metadata } = parsed.data
  const status = $metadata.httpStatusCode
  const known = wordsOf(code, about) ?? (status === 403 ? wordsOf('AccessDenied', about) : null)
  return new SystemFailure(
    known?.reason ?? 'unexpected',
    `${name}: ${known?.words ?? `S3 answered ${status ?? 'with an error'}${codeIn(code)}.`}`,
    { ...(status !== undefined && { status }) },
  )
}
