import { randomUUID } from 'node:crypto'
import type { S3Client } from '@aws-sdk/client-s3'
import type { S3Access } from '@/lib/s3-access'
import { SystemFailure } from '../failure'
import type { Wire } from '../wire'
import { type Asking, s3Failure } from './s3-failure'
import { handlerBy } from './s3-handler'
import { type Store, TRIAL } from './store'

export interface BucketPlace {
  bucket: string
  /** Before every name, without slashes around it; may be empty. */
  prefix: string
}

/** What S3 says about itself, in XML. */
const MOST_WORDS_BYTES = 64 * 1024

const NOT_SET =
  'No storage is set on this server. Somebody who runs it can set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, and S3_REGION or S3_ENDPOINT.'

/** Loaded with the first call: it is large, and most installations have no bucket. */
const sdk = async () => await import('@aws-sdk/client-s3')
type Sdk = Awaited<ReturnType<typeof sdk>>

const clientTo = ({ S3Client: Client }: Sdk, access: S3Access, wire: Wire, mostBytes: number): S3Client => {
  const { endpoint, region, accessKeyId, secretAccessKey, pathStyle } = access
  return new Client({
    ...(endpoint !== undefined && { endpoint }),
    // Variables and files of Amazon’s own tools don’t say where.
    ignoreConfiguredEndpointUrls: true,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    requestHandler: handlerBy(wire, mostBytes),
    // The step is tried again as a whole, by looking first.
    maxAttempts: 1,
    followRegionRedirects: false,
    // Others than Amazon often know no checksums but the signature's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

/**
 * A bucket in storage of the S3 protocol.
 * @param access undefined where none is set; then each call fails in words
 */
export function bucketStore(
  { bucket, prefix }: BucketPlace,
  access: S3Access | undefined,
  wire: Wire,
): Store {
  const { name } = wire
  const keyOf = (file: string) => (prefix ? `${prefix}/${file}` : file)
  const place = (file: string) => ({ Bucket: bucket, Key: keyOf(file) })
  const ask = async <Answer>(
    asking: Asking,
    act: (client: S3Client, commands: Sdk) => Promise<Answer>,
    mostBytes = MOST_WORDS_BYTES,
  ): Promise<Answer> => {
    if (!access) throw new SystemFailure('credentials', `${name}: ${NOT_SET}`)
    const commands = await sdk()
    const client = clientTo(commands, access, wire, mostBytes)
    try {
      return await act(client, commands)
    } catch (error) {
      throw s3Failure(error, { name, bucket, asking })
    } finally {
      client.destroy()
    }
  }
  /** Only what S3 answers about objects has a tag; a page of something in between has none. */
  const mustHaveTag = (tag: string | undefined, asking: Asking) => {
    if (!tag)
      throw new SystemFailure('nonsense', `${name} answered in another shape than S3 does.`, {
        mayHaveActed: asking === 'put',
      })
  }

  const look: Store['look'] = async (file, text) => {
    const wanted = Buffer.from(text)
    const read = async (client: S3Client, { GetObjectCommand, NoSuchKey }: Sdk) => {
      const found = await client.send(new GetObjectCommand(place(file))).catch((error: unknown) => {
        if (error instanceof NoSuchKey) return null
        throw error
      })
      if (!found) return 'absent'
      mustHaveTag(found.ETag, 'look')
      try {
        const bytes = await found.Body?.transformToByteArray()
        return bytes && wanted.equals(bytes) ? 'same' : 'other'
      } catch (error) {
        if (error instanceof SystemFailure && error.reason === 'too-large') return 'other'
        throw error
      }
    }
    return await ask('look', read, Math.max(wanted.length, MOST_WORDS_BYTES))
  }

  const send = async (file: string, text: string, onlyNew: boolean) =>
    await ask('put', async (client, { PutObjectCommand }) => {
      const { ETag } = await client.send(
        new PutObjectCommand({
          ...place(file),
          Body: text,
          ContentType: 'text/csv; charset=utf-8',
          ...(onlyNew && { IfNoneMatch: '*' }),
        }),
      )
      mustHaveTag(ETag, 'put')
    })

  const put: Store['put'] = async (file, text) => {
    try {
      await send(file, text, true)
    } catch (error) {
      const status = error instanceof SystemFailure ? error.status : undefined
      // 412: there is an object already. 501: this server can't write only what is new.
      if (status !== 412 && status !== 501) throw error
      const there = await look(file, text)
      if (there === 'same') return
      if (there === 'other')
        throw new SystemFailure(
          'unexpected',
          `${name}: ${keyOf(file)} is in the bucket already, with other rows.`,
        )
      if (status === 412) throw error
      await send(file, text, false)
    }
  }

  return {
    place: 'bucket',
    where: `s3://${bucket}/${prefix}`,
    nameOf: keyOf,
    look,
    put,
    tryOut: async () => {
      const file = `.habeas-check-${randomUUID()}`
      const remove = async () =>
        await ask('remove', async (client, { DeleteObjectCommand }) => {
          await client.send(new DeleteObjectCommand(place(file)))
        })
      // What isn't there has to be told from what is forbidden.
      await look(file, TRIAL)
      await put(file, TRIAL)
      try {
        if ((await look(file, TRIAL)) !== 'same')
          throw new SystemFailure(
            'nonsense',
            `${name}: The bucket “${bucket}” doesn’t give back what was written.`,
          )
      } finally {
        await remove()
      }
      return null
    },
  }
}
