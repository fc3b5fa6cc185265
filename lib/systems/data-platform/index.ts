import { z } from 'zod'
import { env } from '@/lib/env'
import { failedCheck } from '../connection-checks'
import { type Act, type ActResult, type Look, type SystemCheck, systemKind } from '../contract'
import { setting } from '../settings-fields'
import type { Wire } from '../wire'
import { folderStore } from './folder'
import { PATH_WORDS, placeAt } from './path'
import { bucketStore } from './s3'
import type { Store } from './store'

const settings = z.object({
  path: setting(
    {
      label: 'Folder or bucket',
      hint: 'A whole path on the server that runs Habeas and its workers, or a bucket such as s3://gdpr/lists; how S3 is reached is set on the server.',
    },
    z
      .string()
      .trim()
      .max(500)
      .refine(path => placeAt(path) !== null, PATH_WORDS),
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
    const shown = store.nameOf(file)
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
          words: `${shown} is in the ${store.place} already, with other rows. Find out who stored it; nothing was replaced.`,
        }
      if (there === 'same') return done(false, `${shown} was there already, with ${counted(rowsIn(text))}.`)
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
    return done(true, `${shown}, ${counted(rowsIn(text))}`)
  },
})

async function check(store: Store): Promise<SystemCheck[]> {
  const isFolder = store.place === 'folder'
  let free: number | null
  try {
    free = await store.tryOut()
  } catch (error) {
    return [failedCheck(error, isFolder ? 'Folder' : undefined)]
  }
  const place: SystemCheck = {
    name: isFolder ? 'Folder' : 'Bucket',
    ok: true,
    words: 'It is there, and a file could be written. It was removed again.',
  }
  if (free === null) return [place]
  const megabytes = Math.floor(free / (1024 * 1024))
  const isEnough = free >= LEAST_FREE_BYTES
  return [
    place,
    { name: 'Space', ok: isEnough, words: `${megabytes} MB are free.${isEnough ? '' : ' Make room there.'}` },
  ]
}

function storeAt(path: string, wire: Wire): Store {
  const place = placeAt(path)
  if (!place) throw new Error('a path that the settings refuse')
  return place.in === 'folder' ? folderStore(wire.name, place.folder) : bucketStore(place, env().s3, wire)
}

/** The folder or bucket from which the data platform takes the deletion list. A folder needs no network. */
export const dataPlatform = systemKind({
  name: 'Data platform',
  about: 'Stores the deletion list in a folder or bucket that the data platform reads.',
  settings,
  roleOf: () => 'data-platform',
  abilities: ['store'],
  acts: ['store-deletion-list'],
  limits: { perMinute: 60, patienceMs: 15_000 },
  connect({ path }, wire) {
    const store = storeAt(path, wire)
    return {
      check: async () => await check(store),
      acts: { 'store-deletion-list': storeAct(store) },
    }
  },
})
