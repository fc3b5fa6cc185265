import { OtherKey, requireKeys } from '@/lib/door/keys/key-check'
import { log } from '@/lib/log'

const AGAIN_MS = 5000

/**
 * Compares the key with the database's before anything is answered, and where the database can't be reached yet, as soon as it can.
 * @param refused told once, where the key is another one
 * @returns `asked` settles after the first try
 */
export function watchKeys(refused: (error: OtherKey) => void): { asked: Promise<void>; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const ask = async (): Promise<void> => {
    try {
      await requireKeys()
    } catch (error) {
      if (stopped) return
      if (error instanceof OtherKey) return refused(error)
      log.warn({ err: error }, 'HABEAS_KEY could not be compared with the database’s; trying again')
      timer = setTimeout(() => void ask(), AGAIN_MS)
    }
  }
  return {
    asked: ask(),
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
