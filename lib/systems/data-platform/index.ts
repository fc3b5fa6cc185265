import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { failedCheck } from '../connection-checks'
import { type Act, type ActResult, type Look, type SystemCheck, systemKind } from '../contract'
import { setting } from '../settings-fields'
import { folderStore, type Store } from './folder'

const PATH_WORDS = 'Enter the whole path of a folder on this server, such as /var/lib/gdpr, without “..”.'

const settings = z.object({
  path: setting(
    { label: 'Folder', hint: 'A whole path on the server that runs Habeas and its workers.' },
    z
      .string()
      .trim()
      .max(500)
      .refine(
        path => isAbsolute(path) && !path.includes('\0') && !path.split(/[\\/]/).includes('..'),
        PATH_WORDS,
      ),
  ),
})

const STORE = 'store-list'
/** Less free space than this, and the next versions may not fit. */
const LEAST_FREE_BYTES = 10 * 1024 * 1024

const fileOf = (version: number) => `deletion-list-v${version}.csv`
/** Rows below the header. Its addresses have no line breaks. */
const rowsIn = (text: string) => Math.max(0, text.split('\n').filter(line => line !== '').length - 1)
const counted = (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`)

/** Stores the newest version of the deletion list where the data platform reads it. */
const storeAct = (store: Store): Act => ({
  preview: async () => ({
    acts: [`The newest version of the deletion list will be stored in ${store.where}.`],
    nothingToDo: false,
  }),
  async run({ deletionList, effects, now }): Promise<ActResult> {
    const list = await deletionList()
    if (!list)
      return {
        is: 'by-hand',
        words: 'There is no version of the deletion list yet. Download it, and store that.',
      }
    const { version, text } = list
    const file = fileOf(version)
    const done = (changed: boolean, result: string): ActResult => ({
      is: 'done',
      changed,
      evidence: [{ at: now, what: `Stored version ${version} of the deletion list`, result }],
    })
    const isKnown = (await effects.all()).some(({ what, target }) => what === STORE && target === file)
    if (!isKnown) {
      const there = await store.look(file, text)
      if (there === 'other')
        return {
          is: 'by-hand',
          words: `${file} is in the folder already, with other rows. Find out who stored it; nothing was replaced.`,
        }
      if (there === 'same') return done(false, `${file} was there already, with ${counted(rowsIn(text))}.`)
    }
    await effects.once({
      what: STORE,
      target: file,
      act: async () => {
        await store.put(file, text)
        return counted(rowsIn(text))
      },
      look: async (): Promise<Look> => {
        const there = await store.look(file, text)
        if (there === 'same') return { is: 'done', result: counted(rowsIn(text)) }
        return there === 'absent' ? { is: 'not-done' } : { is: 'unknown' }
      },
    })
    return done(true, `${file}, ${counted(rowsIn(text))}`)
  },
})

async function check(store: Store): Promise<SystemCheck[]> {
  let free: number
  try {
    free = await store.tryOut()
  } catch (error) {
    return [failedCheck(error, 'Folder')]
  }
  const megabytes = Math.floor(free / (1024 * 1024))
  return [
    { name: 'Folder', ok: true, words: 'It is there, and a file could be written. It was removed again.' },
    {
      name: 'Space',
      ok: free >= LEAST_FREE_BYTES,
      words: `${megabytes} MB are free.${free >= LEAST_FREE_BYTES ? '' : ' Make room there.'}`,
    },
  ]
}

/** The folder from which the data platform takes the deletion list. It needs no network. */
export const dataPlatform = systemKind({
  name: 'Data platform',
  about: 'Stores the deletion list in a folder that the data platform reads.',
  settings,
  roleOf: () => 'data-platform',
  abilities: ['store'],
  acts: ['store-deletion-list'],
  limits: { perMinute: 60, patienceMs: 15_000 },
  connect({ path }, { name }) {
    const store = folderStore(name, path)
    return {
      check: async () => await check(store),
      acts: { 'store-deletion-list': storeAct(store) },
    }
  },
})
