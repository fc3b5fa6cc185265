import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../scripts/postgres.mjs'
import { runnable } from '../../scripts/programs.mjs'
import { closedFolders, serverUser, unreachable } from '../../scripts/server-user.mjs'
import { dataPlace, shelteredCopy } from '../../scripts/shelter.mjs'

// Root runs PostgreSQL as somebody else; anybody else runs it themselves, and can go where they go.
const user = serverUser()
const isRoot = 'uid' in user

const top = mkdtempSync(join(tmpdir(), 'habeas-shelter-'))
chmodSync(top, 0o755)
afterAll(() => rmSync(top, { recursive: true, force: true }))

let made = 0
/** A data folder in a home that is closed to others, as root's is, and a shelter beside that home. */
function closedHome() {
  made += 1
  const home = join(top, `home ${made}`)
  mkdirSync(join(home, '.data'), { recursive: true })
  chmodSync(home, 0o700)
  return { home, usual: join(home, '.data', 'postgres'), shelter: join(top, `shelter ${made}`) }
}

async function answer(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

describe("in a home that is closed to PostgreSQL's user", () => {
  test('the database starts, keeps its data, and leaves the home closed', async () => {
    const { home, usual, shelter } = closedHome()
    const start = () => startPostgres({ data: dataPlace(usual, user, shelter), password: 'tests' })
    const first = await start()
    await answer(first.url('postgres'), 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start()
    expect(await answer(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.stop()
    expect(lstatSync(home).mode & 0o777).toBe(0o700)
    expect(lstatSync(usual).isSymbolicLink()).toBe(isRoot)
  })

  test('removing the data folder begins anew', () => {
    const { usual, shelter } = closedHome()
    const first = dataPlace(usual, user, shelter)
    rmSync(usual, { force: true })
    expect(dataPlace(usual, user, shelter) === first).toBe(!isRoot)
  })

  test('a database that lies there already is never left behind for an empty one', () => {
    const { home, usual, shelter } = closedHome()
    mkdirSync(usual)
    const place = () => dataPlace(usual, user, shelter)
    if (isRoot) expect(place).toThrow(`chmod o+x '${home}'`)
    else expect(place()).toBe(usual)
  })

  test('a link to a database that is gone is no empty database', () => {
    const { usual, shelter } = closedHome()
    const place = dataPlace(usual, user, shelter)
    rmSync(shelter, { recursive: true, force: true })
    if (isRoot) expect(() => dataPlace(usual, user, shelter)).toThrow(/which is gone/)
    else expect(dataPlace(usual, user, shelter)).toBe(place)
  })

  test('where there is no room for a shelter, the folder in the way is named with the command that opens it', () => {
    const { home, usual, shelter } = closedHome()
    writeFileSync(shelter, 'no folder')
    const place = () => dataPlace(usual, user, shelter)
    if (isRoot) expect(place).toThrow(`Let that user through: chmod o+x '${home}'`)
    else expect(place()).toBe(usual)
  })
})

test('where the user can get to the data folder, it stays there', () => {
  const usual = join(top, 'open', 'postgres')
  mkdirSync(join(top, 'open'))
  expect(dataPlace(usual, user, join(top, 'unused'))).toBe(usual)
  expect(existsSync(join(top, 'unused'))).toBe(false)
})

test('a copy in the shelter is readable under any umask, and made once', () => {
  const from = join(top, 'programs')
  mkdirSync(join(from, 'bin'), { recursive: true, mode: 0o700 })
  writeFileSync(join(from, 'bin', 'run'), '#!/bin/sh\n', { mode: 0o700 })
  writeFileSync(join(from, 'words'), 'first', { mode: 0o600 })
  const shelter = join(top, 'copies')
  const copy = shelteredCopy(from, 'programs-1', user, shelter)
  const mode = (...path: string[]) => lstatSync(join(copy, ...path)).mode & 0o777
  expect([mode(), mode('bin'), mode('bin', 'run'), mode('words')]).toEqual([0o755, 0o755, 0o755, 0o644])
  writeFileSync(join(copy, 'words'), 'kept')
  expect(shelteredCopy(from, 'programs-1', user, shelter)).toBe(copy)
  expect(lstatSync(join(copy, 'words')).size).toBe('kept'.length)
})

test("programs in a closed home run from a copy that names their version, and say why where that doesn't help", () => {
  const { home, shelter } = closedHome()
  const bin = join(home, 'package', 'native', 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(home, 'package', 'package.json'), '{"version":"18.9.9"}')
  const given = { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') }
  for (const file of Object.values(given)) writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 })
  const { postgres, initdb } = runnable(given, user, shelter)
  const copy = join(shelter, `postgresql-18.9.9-${process.platform}-${process.arch}`, 'bin')
  expect(postgres).toBe(isRoot ? join(copy, 'postgres') : given.postgres)
  expect(initdb).toBe(isRoot ? join(copy, 'initdb') : given.initdb)
  if (!isRoot) return
  writeFileSync(postgres, '#!/bin/sh\necho no such library >&2; exit 127\n')
  expect(() => runnable(given, user, shelter)).toThrow(/can't run .*: no such library/)
})

describe('folders that somebody may not walk through', () => {
  const { home, usual } = closedHome()
  const stranger = { uid: 64_001, gid: 64_001 }
  const { uid, gid } = lstatSync(home)

  test('are found above the path, and its owner has none', () => {
    expect(closedFolders(join(usual, '..'), stranger)).toEqual([home])
    expect(closedFolders(join(usual, '..'), { uid, gid })).toEqual([])
  })
  test('a group counts for who is in it alone', () => {
    chmodSync(home, 0o710)
    expect(closedFolders(home, { uid: stranger.uid, gid })).toEqual([])
    expect(closedFolders(home, stranger)).toEqual([home])
  })
  test('are named as a shell takes them', () => {
    expect(unreachable(home, stranger).message).toContain(`chmod o+x '${home}'`)
  })
})
