import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { unexpected } from '@/app/api/answers'
import { GET } from '@/app/api/health/ready/route'
import { checkRoom } from '@/lib/files/storage-room'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

const folder = mkdtempSync(join(tmpdir(), 'habeas-ready-'))
afterAll(() => rmSync(folder, { recursive: true }))
const storage = join(folder, 'files')
vi.stubEnv('STORAGE_URL', pathToFileURL(storage).href)
const { url, sql } = await testDatabase()
testEnvironment(url)

const answered = async () => {
  const answer = await GET()
  return [answer.status, (await answer.json()).detail]
}

test('ready means that the database answers and that files can be stored', async () => {
  expect(await answered()).toEqual([200, undefined])
  rmSync(storage, { recursive: true })
  writeFileSync(storage, 'a file where the folder was')
  expect(await answered()).toEqual([503, 'files can’t be stored'])
  rmSync(storage)
  expect(await answered()).toEqual([200, undefined])
  await sql('alter table _prisma_migrations rename to away')
  expect(await answered()).toEqual([503, 'the database can’t be reached'])
  await sql('alter table away rename to _prisma_migrations')
})

test('a disk with less than the reserve is not ready, and nothing of the trial stays', async () => {
  const place = pathToFileURL(join(folder, 'other')).href
  await checkRoom(place)
  await expect(checkRoom(place, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({ code: 'ENOSPC' })
})

test('the API says what passes by itself, and when to come back', async () => {
  const full = unexpected(Object.assign(new Error('x'), { code: 'ENOSPC' }))
  expect([full.status, (await full.json()).reason]).toEqual([507, 'no-room'])
  expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0)
  const away = unexpected(Object.assign(new Error('x'), { code: 'P1001' }))
  expect([away.status, (await away.json()).reason]).toEqual([503, 'unavailable'])
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(unexpected(new TypeError('x')).status).toBe(500)
})
