import { constants } from 'node:fs'
import { access, appendFile, type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Env } from '@/lib/env'
import { log } from '@/lib/log'
import { type AnyCheckpoint, readLine } from './checkpoint-line'

/** Enough for a hundred lines; a longer last line is read with the whole file. */
const TAIL = 65_536
const LINE_FEED = 10

/** Where checkpoints are kept: beside the stored files, outside the database. */
export function checkpointFile({ storageUrl, dataDir }: Pick<Env, 'storageUrl' | 'dataDir'>): string {
  const folder = storageUrl.startsWith('file:') ? fileURLToPath(storageUrl) : dataDir
  return join(folder, 'audit-checkpoints.jsonl')
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
/** @throws what `work` throws, but for a file that isn't there */
async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The lines of the file, in order, with those that are no checkpoint as null; null where there is no file. */
export async function readCheckpointLines(file: string): Promise<(AnyCheckpoint | null)[] | null> {
  const text = await ifThere(readFile(file, 'utf8'))
  const lines = text?.split('\n').map((part, place, parts) => ({ part, isEnd: place === parts.length - 1 }))
  return lines?.filter(({ part, isEnd }) => part !== '' || !isEnd).map(({ part }) => readLine(part)) ?? null
}

async function tailOf(handle: FileHandle): Promise<{ tail: Buffer; size: number }> {
  const { size } = await handle.stat()
  const read = async (length: number) => {
    const tail = Buffer.alloc(length)
    await handle.read(tail, 0, length, size - length)
    return tail
  }
  const tail = await read(Math.min(size, TAIL))
  return { tail: size > TAIL && tail.indexOf(LINE_FEED) === -1 ? await read(size) : tail, size }
}

/** Where the last line of a text begins; a line feed at the very end belongs to it. */
const lastLineOf = (text: Buffer) => (text.length < 2 ? 0 : text.lastIndexOf(LINE_FEED, text.length - 2) + 1)

/** The last line of the file, as it is; `missing` where there is no file, null where it is no checkpoint. */
export async function lastCheckpoint(file: string): Promise<AnyCheckpoint | 'missing' | null> {
  const handle = await ifThere(open(file, 'r'))
  if (!handle) return 'missing'
  try {
    const { tail } = await tailOf(handle)
    return readLine(tail.subarray(lastLineOf(tail)).toString('utf8'))
  } finally {
    await handle.close()
  }
}

/**
 * Puts the end of the file right, as a power cut or a full disk leaves it: a last line that is no checkpoint goes into a file
 * of its own beside it, a whole one without a line feed gets one.
 * @returns the last whole line; null where there is none
 */
export async function mendTail(file: string): Promise<AnyCheckpoint | null> {
  const handle = await ifThere(open(file, 'r+'))
  if (!handle) return null
  try {
    const { tail, size } = await tailOf(handle)
    if (size === 0) return null
    const last = tail.subarray(lastLineOf(tail))
    const checkpoint = readLine(last.toString('utf8'))
    if (checkpoint) {
      if (last.at(-1) !== LINE_FEED) await handle.write('\n', size)
      return checkpoint
    }
    await appendFile(`${file}.torn`, last.at(-1) === LINE_FEED ? last : `${last.toString('utf8')}\n`)
    await handle.truncate(size - last.length)
    await handle.sync()
    log.warn({ bytes: last.length }, 'a torn audit checkpoint was put aside')
    const kept = tail.subarray(0, tail.length - last.length)
    return kept.length === 0 ? null : readLine(kept.subarray(lastLineOf(kept)).toString('utf8'))
  } finally {
    await handle.close()
  }
}

/** Adds a line and returns when it is on the disk, its file's name included. */
export async function appendCheckpoint(file: string, checkpoint: AnyCheckpoint): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'a')
  try {
    await handle.appendFile(`${JSON.stringify(checkpoint)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return
  const folder = await open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Whether a checkpoint could be written now: into the file, or into the nearest folder that there is. */
export async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch (error) {
    return isMissing(error) && dirname(path) !== path && (await isWritable(dirname(path)))
  }
}
