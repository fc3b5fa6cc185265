import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { run as doctor } from '@/lib/cli/doctor'
import { run as adopt } from '@/lib/cli/key-adopt'
import { subcommands } from '@/lib/cli/subcommands'
import { compareKeys, noteSignInKey, OtherKey, requireKeys } from '@/lib/door/keys/key-check'
import { hashUnder } from '@/lib/secrets'
import { watchKeys } from '@/lib/web/watch-keys'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

const { sql, url } = await testDatabase()
testEnvironment(url)
const earlier = randomBytes(32)
process.env.HABEAS_EARLIER_KEYS = earlier.toString('base64')

/** As if the database had been made with other keys. */
const otherKeys = (part: 'key' | 'signIn') =>
  sql(
    `update setting set value = value || jsonb_build_object($1::text, repeat('0', 64)) where key = 'key-check'`,
    [part],
  )
const told = async (command: typeof doctor, ...args: string[]) => {
  const lines: string[] = []
  const write = (text: string) => void lines.push(text)
  return { code: await command(args, { out: write, err: write, isTTY: false }), words: lines.join('\n') }
}
beforeEach(async () => {
  await sql(`delete from setting where key = 'key-check'`)
})

describe('the key that a database was made with', () => {
  test('is that of its first start, and of the first one after an upgrade; nothing of it can be read', async () => {
    expect(await compareKeys()).toEqual({ key: 'none', signIn: 'none' })
    await Promise.all([requireKeys(), requireKeys(), requireKeys()])
    expect(await compareKeys()).toEqual({ key: 'same', signIn: 'same' })
    const [row] = await sql<{ value: object }>(`select value from setting where key = 'key-check'`)
    expect(JSON.stringify(row?.value)).not.toContain(process.env.HABEAS_KEY)
  })

  test('is the only one that a process goes on with; the refusal says what to do', async () => {
    await requireKeys()
    await otherKeys('key')
    await expect(requireKeys()).rejects.toThrow(OtherKey)
    await expect(requireKeys()).rejects.toThrow(/Set HABEAS_KEY to that key.*key adopt --yes/)
    const refused: unknown[] = []
    const watch = watchKeys(error => void refused.push(error))
    await watch.asked
    watch.stop()
    expect(refused).toEqual([expect.any(OtherKey)])
    const { code, words } = await told(doctor)
    expect(code).toBe(1)
    expect(words).toContain('TROUBLE HABEAS_KEY is not the key that this database was made with')
  })

  test('is given up by a command that says what is lost, and leaves a row in the audit log', async () => {
    await requireKeys()
    expect(await told(adopt)).toMatchObject({
      code: 2,
      words: expect.stringContaining('API tokens; make new ones'),
    })
    await otherKeys('key')
    expect(await told(adopt, '--yes')).toMatchObject({ code: 0 })
    await requireKeys()
    expect(await told(adopt, '--yes')).toMatchObject({ words: 'This key is the database’s already.' })
    expect(await sql(`select 1 from audit_entry where command = 'adopt-key'`)).toHaveLength(1)
  })

  test('is not left without a word where it is among the earlier ones: what that costs is said first', async () => {
    await requireKeys()
    await sql(
      `update setting set value = value || jsonb_build_object('key', $1::text) where key = 'key-check'`,
      [hashUnder(earlier, 'key check', 'habeas')],
    )
    expect(await compareKeys()).toMatchObject({ key: 'earlier' })
    await expect(requireKeys()).rejects.toThrow(/among HABEAS_EARLIER_KEYS.*key adopt/)
    const { code, words } = await told(doctor)
    expect(code).toBe(1)
    expect(words).toContain(
      'TROUBLE HABEAS_KEY is not the key that this database was made with; that one is among',
    )
    expect((await told(adopt)).words).toContain('unless HABEAS_EARLIER_KEYS has the key')
    expect(await told(adopt, '--yes')).toMatchObject({ code: 0 })
    await requireKeys()
  })

  test('another NEXTAUTH_SECRET is told of once, and refused nowhere', async () => {
    await requireKeys()
    await otherKeys('signIn')
    await requireKeys()
    expect((await told(doctor)).words).toContain('note    NEXTAUTH_SECRET is not the one of the last start')
    // As for every setting that protects little.
    expect((await told(doctor)).words).toContain('note    pages and links are not encrypted')
    expect(await noteSignInKey()).toBe(true)
    expect(await noteSignInKey()).toBe(false)
    expect((await told(doctor)).words).not.toContain('NEXTAUTH_SECRET')
  })
})

describe('processes', () => {
  // Inside the project, so that Node finds the packages.
  mkdirSync('.build', { recursive: true })
  const folder = mkdtempSync(resolve('.build/keys-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const bundle = async (name: string, entry: string) => {
    const outfile = join(folder, `${name}.mjs`)
    await build({
      entryPoints: [resolve(entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      target: 'node20',
      logLevel: 'warning',
    })
    return outfile
  }
  /** Runs it under another key than this test's. */
  const underAnother = (file: string, ...args: string[]) =>
    new Promise<{ code: unknown; words: string }>(done => {
      const env = {
        ...process.env,
        HABEAS_KEY: randomBytes(32).toString('base64'),
        NODE_ENV: 'production' as const,
      }
      execFile(process.execPath, [file, ...args], { env, cwd: resolve('.') }, (error, stdout, stderr) =>
        done({ code: error?.code ?? 0, words: stdout + stderr }),
      )
    })

  test('the second of two with different keys is refused: commands, the start, the worker', async () => {
    await requireKeys()
    const before = await sql('select count(*) from audit_entry')
    const cli = await bundle('cli', 'lib/cli/main.ts')
    const worker = await bundle('worker', 'lib/worker/main.ts')
    for (const words of [['token', 'create', '--role', 'admin', '--name', 'x'], ['prepare'], ['migrate']])
      expect(await underAnother(cli, ...words), words.join(' ')).toEqual({
        code: 1,
        words: expect.stringContaining('HABEAS_KEY is not the key that this database was made with'),
      })
    expect(await underAnother(worker)).toEqual({
      code: 1,
      words: expect.stringContaining('HABEAS_KEY is not the key that this database was made with'),
    })
    expect(await sql('select count(*) from audit_entry')).toEqual(before)
  })

  test('every command that isn’t about the key or the code is compared', () => {
    const free = subcommands.filter(({ key }) => key !== 'checked').map(({ words }) => words.join(' '))
    expect(free).toEqual(['migrate', 'prepare', 'migration', 'machine', 'client', 'doctor', 'key adopt'])
  })
})
