import { createHash } from 'node:crypto'
import { StandIn, type StandInAnswer, type StandInCall } from './stand-in'

const hashOf = (text: string, by = 'sha256') => createHash(by).update(text).digest('hex')

const refusal = (status: number, code: string): StandInAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>Words of S3 for ada@example.com.</Message></Error>`,
})

const CREDENTIAL =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=[0-9a-f]{64}$/

/**
 * Storage of the S3 protocol with one bucket, addressed by its path or by its host. It looks at the key's id, the region and the
 * body's hash, and not at the signature itself.
 */
export class S3StandIn extends StandIn {
  readonly objects = new Map<string, string>()
  bucket = 'lists'
  keyId = 'KEYOFHABEAS'
  region = 'eu-central-1'
  /** What the key may not do. */
  readonly denied = new Set<string>()
  /** Without the right to list, S3 says of what is missing that it is forbidden. */
  mayList = true
  /** How `If-None-Match: *` is taken (RFC 9110, 13.1.2): some servers don't know it. */
  onlyNew: 'honours' | 'ignores' | 'refuses' = 'honours'

  protected answer(call: StandInCall): StandInAnswer {
    const [, id, region, signed = ''] = CREDENTIAL.exec(String(call.headers.authorization)) ?? []
    if (!id || !call.headers['x-amz-date']) return refusal(403, 'AccessDenied')
    if (id !== this.keyId) return refusal(403, 'InvalidAccessKeyId')
    const names = signed.split(';')
    if (!names.includes('host') || call.headers['x-amz-content-sha256'] !== hashOf(call.raw))
      return refusal(400, 'XAmzContentSHA256Mismatch')
    if (region !== this.region) return refusal(400, 'AuthorizationHeaderMalformed')
    const byHost = String(call.headers.host).startsWith(`${this.bucket}.`)
    const [, first, ...rest] = decodeURIComponent(call.path).split('/')
    if (!byHost && first !== this.bucket) return refusal(404, 'NoSuchBucket')
    if (this.denied.has(call.method)) return refusal(403, 'AccessDenied')
    return this.#object(call, (byHost ? [first, ...rest] : rest).join('/'))
  }

  #object({ method, headers, raw }: StandInCall, key: string): StandInAnswer {
    const there = this.objects.get(key)
    const tag = (text: string) => ({ etag: `"${hashOf(text, 'md5')}"` })
    switch (method) {
      case 'GET':
        if (there === undefined)
          return this.mayList ? refusal(404, 'NoSuchKey') : refusal(403, 'AccessDenied')
        return { status: 200, body: there, headers: { ...tag(there), 'content-type': 'text/csv' } }
      case 'PUT':
        if (headers['if-none-match'] && this.onlyNew === 'refuses') return refusal(501, 'NotImplemented')
        if (headers['if-none-match'] && this.onlyNew === 'honours' && there !== undefined)
          return refusal(412, 'PreconditionFailed')
        this.objects.set(key, raw)
        this.effects.push({ what: 'put', id: key })
        return { status: 200, headers: tag(raw) }
      case 'DELETE':
        this.objects.delete(key)
        this.effects.push({ what: 'delete', id: key })
        return { status: 204 }
      default:
        return refusal(405, 'MethodNotAllowed')
    }
  }
}
