import { expect, vi } from 'vitest'
import type { S3Access } from '@/lib/s3-access'
import { dataPlatform } from '@/lib/systems/data-platform'
import { bucketStore } from '@/lib/systems/data-platform/s3'
import { SystemFailure } from '@/lib/systems/failure'
import { S3StandIn } from './s3'
import { wireTo } from './wires'

/** The key that a test's environment signs with; the stand-in sees its id alone. */
export const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCY'

export const accessTo = (server: S3StandIn, some: Partial<S3Access> = {}): S3Access => ({
  endpoint: server.url,
  region: server.region,
  accessKeyId: server.keyId,
  secretAccessKey: SECRET,
  pathStyle: true,
  ...some,
})

/** Sets this process's storage to the stand-in. The environment is read once, so later ones listen at its port. */
export function stubStorage(server: S3StandIn): void {
  const environment = {
    DATABASE_URL: 'postgres://localhost/none',
    NEXTAUTH_SECRET: 'b4u1T0nYz7kQeXw2Rj8sLm5vGd3hFp9c',
    HABEAS_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7 + 3)).toString('base64'),
    S3_ENDPOINT: server.url,
    S3_REGION: server.region,
    S3_ACCESS_KEY_ID: server.keyId,
    S3_SECRET_ACCESS_KEY: SECRET,
    S3_PATH_STYLE: '1',
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
}

/** Another stand-in at the same port, with nothing in it. */
export async function anotherLike(server: S3StandIn): Promise<S3StandIn> {
  await server.close()
  const next = new S3StandIn()
  next.port = server.port
  return await next.listen()
}

/** The kind's connection, by the environment's storage. */
export const connectTo = (server: S3StandIn, path = 's3://lists/gdpr/out') =>
  dataPlatform.connect({ path }, wireTo(server.host, { name: 'Data platform', patienceMs: 5000 }))

export const bucketAt = (
  server: S3StandIn,
  { bucket = 'lists', prefix = '', ...some }: Partial<S3Access & { bucket: string; prefix: string }> = {},
) => bucketStore({ bucket, prefix }, accessTo(server, some), wireTo(server.host, { name: 'Data platform' }))

/** What went wrong, in words without a secret, a key's id or an address. */
export async function failureOf(doing: Promise<unknown>): Promise<SystemFailure> {
  const error = await doing.catch((thrown: unknown) => thrown)
  if (!(error instanceof SystemFailure)) throw new Error(`no failure: ${String(error)}`)
  expect(error.message).not.toMatch(/@|wJalr|KEYOFHABEAS/)
  return error
}
