import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deletionListText } from '@/lib/core/account/deletion-list'
import { systemKinds } from '@/lib/systems'
import type { ActResult } from '@/lib/systems/contract'
import { dataPlatform } from '@/lib/systems/data-platform'
import { folderStore } from '@/lib/systems/data-platform/folder'
import { SystemFailure } from '@/lib/systems/failure'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { doing, nobody, wireTo } from '@/tests/support/stand-ins/wires'

const FILE = 'deletion-list-v3.csv'
const text = deletionListText(['Ada@example.com', 'lee@example.com'])
const other = deletionListText(['lee@example.com'])

let folder: string
let ledger: MemoryLedger
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-list-'))
  ledger = new MemoryLedger()
})
afterEach(async () => await rm(folder, { recursive: true, force: true }))

const connect = (path = folder) =>
  dataPlatform.connect({ path }, wireTo('nowhere:1', { name: 'Data platform' }))

async function store(list: { version: number; text: string } | null = { version: 3, text }, path = folder) {
  const act = connect(path).acts?.['store-deletion-list']
  if (!act) throw new Error('no act')
  return await act.run(doing(ledger, { deletionList: async () => list }))
}
const resultOf = (result: ActResult) => (result.is === 'done' ? result.evidence[0] : result)

describe('storing the list', () => {
  test('writes its newest version whole, under a name of its own', async () => {
    const result = await store()
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(resultOf(result)).toMatchObject({
      what: 'Stored version 3 of the deletion list',
      result: `${FILE}, 2 rows`,
    })
    expect(await readdir(folder)).toEqual([FILE])
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(
      'email_address,delete_type\nada@example.com,full\nlee@example.com,full\n',
    )
    expect(JSON.stringify([result, ledger.records])).not.toContain('@')
  })
  test('lets nobody outside the group read it', async () => {
    await store()
    expect((await stat(join(folder, FILE))).mode & 0o007).toBe(0)
  })
  test('changes nothing where it is there already', async () => {
    await writeFile(join(folder, FILE), text)
    const result = await store()
    expect(result).toMatchObject({ is: 'done', changed: false })
    expect(resultOf(result)).toMatchObject({ result: `${FILE} was there already, with 2 rows.` })
  })
  test.each([
    ['shorter', other],
    ['as long', text.replace('lee', 'max')],
    ['longer', `${text}x@example.com,full\n`],
  ])('replaces no file that is %s, with other rows', async (_how, there) => {
    await writeFile(join(folder, FILE), there)
    expect(await store()).toMatchObject({
      is: 'by-hand',
      words: expect.stringContaining('is in the folder already, with other rows'),
    })
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(there)
  })
  test('is settled by looking where it was broken off after the file was there', async () => {
    ledger.dieBeforeWriting()
    await expect(store()).rejects.toThrow('killed')
    expect(await store()).toMatchObject({ is: 'done', changed: true })
    expect(ledger.records).toMatchObject([{ state: 'done', result: '2 rows' }])
  })
  test('stays done when the data platform has taken the file away', async () => {
    await store()
    await rm(join(folder, FILE))
    expect(await store()).toMatchObject({ is: 'done' })
    expect(await readdir(folder)).toEqual([])
  })
  test('keeps each version', async () => {
    await store()
    await store({ version: 4, text: other })
    expect((await readdir(folder)).sort()).toEqual([FILE, 'deletion-list-v4.csv'])
  })
  test('needs a list', async () => {
    expect(await store(null)).toMatchObject({ is: 'by-hand' })
  })
  test('fails where the folder is gone, and leaves nothing begun as done', async () => {
    const failure = await store(undefined, join(folder, 'gone')).catch(error => error)
    expect(failure).toBeInstanceOf(SystemFailure)
    expect(failure.message).toBe(
      'Data platform: The folder doesn’t exist on this server. Make it, or mount it.',
    )
    expect(ledger.records).toEqual([])
  })
  test('leaves no part of a file behind where it can’t be named', async () => {
    await mkdir(join(folder, FILE, 'taken'), { recursive: true })
    await expect(folderStore('Data platform', folder).put(FILE, text)).rejects.toThrow(SystemFailure)
    expect(await readdir(folder)).toEqual([FILE])
    expect(await store()).toMatchObject({ is: 'by-hand' })
  })
  test('removes what a killed worker left', async () => {
    await writeFile(join(folder, '.deletion-list-v2.csv.5f.part'), text)
    await writeFile(join(folder, 'notes.part'), '')
    await store()
    expect((await readdir(folder)).sort()).toEqual([FILE, 'notes.part'])
  })
  test('says beforehand what it would do', async () => {
    const act = connect().acts?.['store-deletion-list']
    expect(await act?.preview(nobody, [])).toEqual({
      acts: [`The newest version of the deletion list will be stored in ${folder}.`],
      nothingToDo: false,
    })
  })
})

describe('testing the connection', () => {
  test('writes a file and removes it', async () => {
    const checks = await connect().check()
    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['Folder', true],
      ['Space', true],
    ])
    expect(await readdir(folder)).toEqual([])
  })
  test('names a folder that isn’t there, or is a file', async () => {
    expect(await connect(join(folder, 'gone')).check()).toMatchObject([
      { ok: false, words: expect.stringContaining('doesn’t exist on this server') },
    ])
    await writeFile(join(folder, 'file'), '')
    expect(await connect(join(folder, 'file')).check()).toMatchObject([
      { ok: false, words: expect.stringContaining('leads to a file') },
    ])
  })
  test('names a folder that may not be written to', async () => {
    await chmod(folder, 0o555)
    const checks = await connect().check()
    await chmod(folder, 0o755)
    // Nothing is forbidden to root.
    const isRoot = process.getuid?.() === 0
    expect(checks[0]?.ok).toBe(isRoot)
    if (!isRoot) expect(checks[0]?.words).toContain('may not write to the folder')
  })
})

describe('settings', () => {
  test('are a folder, for the data platform', () => {
    expect(systemKinds.get('data-platform')).toBe(dataPlatform)
    expect(dataPlatform.roleOf({ path: folder })).toBe('data-platform')
    expect(dataPlatform.settings.parse({ path: ' /var/lib/gdpr ' })).toEqual({ path: '/var/lib/gdpr' })
  })
  test.each(['gdpr', './gdpr', '../gdpr', '/var/../etc', '/var/..', '/var/gdpr\0', '', 'C..'])(
    '%j is none',
    path => {
      expect(dataPlatform.settings.safeParse({ path }).success).toBe(false)
    },
  )
})
