import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type FailureReason, SystemFailure } from '../failure'
import { type Store, TRIAL } from './store'

const fault: Readonly<Record<string, { reason: FailureReason; words: string }>> = {
  ENOENT: { reason: 'unreachable', words: 'The folder doesn’t exist on this server. Make it, or mount it.' },
  ENOTDIR: { reason: 'unexpected', words: 'The path leads to a file, not to a folder.' },
  EACCES: { reason: 'forbidden', words: 'The user that Habeas runs as may not write to the folder.' },
  EPERM: { reason: 'forbidden', words: 'The user that Habeas runs as may not write to the folder.' },
  EROFS: { reason: 'forbidden', words: 'The folder can only be read.' },
  ENOSPC: { reason: 'server-error', words: 'The disk of the folder is full.' },
  EDQUOT: { reason: 'server-error', words: 'The disk of the folder is full.' },
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** @throws SystemFailure in words that don't hold the path's own error */
async function inFolder<Answer>(name: string, act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    const code = codeOf(error)
    if (!code) throw error
    const { reason, words } = fault[code] ?? {
      reason: 'server-error',
      words: `The folder can’t be used (${code}).`,
    }
    throw new SystemFailure(reason, `${name}: ${words}`)
  }
}

async function synced(path: string, write?: (file: FileHandle) => Promise<void>): Promise<void> {
  // The loader runs as somebody else of the same group; others have no business with addresses.
  const file = write ? await open(path, 'wx', 0o640) : await open(path, 'r')
  try {
    await write?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

const PART = '.part'

/** Addresses that a killed worker left in a file without a name of its own. */
async function sweepParts(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(
    name => name.startsWith('.deletion-list-') && name.endsWith(PART),
  )
  for (const name of left) await rm(join(folder, name), { force: true })
}

async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  await sweepParts(folder)
  const part = join(folder, `.${name}.${randomUUID()}${PART}`)
  try {
    await synced(part, async file => await file.writeFile(text))
    await rename(part, join(folder, name))
  } finally {
    await rm(part, { force: true })
  }
  // Only then does the name outlive a power cut, too.
  await synced(folder)
}

/** The text of a file; null where there is none. Not read where it is larger than it could be. */
async function textOf(path: string, mostBytes: number): Promise<string | null> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  try {
    const { size } = await file.stat()
    return size > mostBytes ? '' : await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

/** @param name of the system, for the words of failures */
export function folderStore(name: string, folder: string): Store {
  const mustBeThere = async () => {
    if (!(await stat(folder)).isDirectory())
      throw new SystemFailure('unexpected', `${name}: ${fault.ENOTDIR?.words}`)
  }
  return {
    place: 'folder',
    where: folder,
    nameOf: file => file,
    look: async (file, text) =>
      await inFolder(name, async () => {
        // A folder that isn't mounted has no file either, but that says nothing.
        await mustBeThere()
        const found = await textOf(join(folder, file), Buffer.byteLength(text))
        if (found === null) return 'absent'
        return found === text ? 'same' : 'other'
      }),
    put: async (file, text) => await inFolder(name, async () => await writeWhole(folder, file, text)),
    tryOut: async () =>
      await inFolder(name, async () => {
        await mustBeThere()
        await access(folder, constants.W_OK)
        const file = join(folder, `.habeas-check-${randomUUID()}`)
        try {
          await synced(file, async handle => await handle.writeFile(TRIAL))
        } finally {
          await rm(file, { force: true })
        }
        const { bavail, bsize } = await statfs(folder)
        return bavail * bsize
      }),
  }
}
