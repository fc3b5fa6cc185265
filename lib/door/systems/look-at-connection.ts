import { z } from 'zod'
import { describeError, log } from '@/lib/log'
import { NotOpened } from '@/lib/store/database/open-sealed'
import { readSystem } from '@/lib/store/systems/connected'
import type { SystemCheck } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { connectTo } from './connect'
import { keptSettings } from './kept-settings'

/** Somebody waits for the answer. */
const LOOKING_MS = 25_000

const failed = (name: string, words: string): SystemCheck[] => [{ name, ok: false, words }]

function whatFailed(key: string, error: unknown): SystemCheck[] {
  if (error instanceof SystemFailure) return failed('Connection', error.message)
  if (error instanceof NotOpened)
    return failed(
      'Secrets',
      'They were sealed with another HABEAS_KEY, which is not among HABEAS_EARLIER_KEYS. Enter them again.',
    )
  if (error instanceof z.ZodError) {
    const names = [...new Set(error.issues.map(({ path }) => String(path[0] ?? 'settings')))]
    return failed(
      'Settings',
      `These are not as this version needs them: ${names.join(', ')}. Save them anew.`,
    )
  }
  log.error({ err: describeError(error), system: key }, 'the test of a connected system failed')
  return failed('Connection', 'The test broke off for a reason that only the log has.')
}

/** The lines without the system's own secrets, should it have sent one of them back. */
function withoutSecrets(lines: readonly SystemCheck[], secrets: readonly string[]): SystemCheck[] {
  const hidden = secrets.flatMap(secret => [secret, encodeURIComponent(secret)])
  return lines.map(({ name, ok, words }) => ({
    name,
    ok,
    words: hidden.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), words),
  }))
}

/**
 * Tests a connection, also of a system that is switched off: credentials, rights, each ability, the clock. Anything that goes wrong is a
 * line that says so.
 * @returns null where there is no system of this key
 */
export async function lookAtConnection(
  key: string,
  patienceMs: number = LOOKING_MS,
): Promise<SystemCheck[] | null> {
  const row = await readSystem(key)
  if (!row) return null
  const late = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<SystemCheck[]>(resolve => {
    timer = setTimeout(() => {
      late.abort()
      resolve(failed('Connection', `It wasn’t done within ${Math.round(patienceMs / 1000)} seconds.`))
    }, patienceMs)
  })
  const look = async (): Promise<SystemCheck[]> => {
    try {
      const connection = await connectTo(key, { evenOff: true, signal: late.signal })
      return connection
        ? await connection.check()
        : failed('Kind', `This version of Habeas doesn’t know systems of the kind “${row.kind}”.`)
    } catch (error) {
      return whatFailed(key, error)
    }
  }
  const lines = await Promise.race([look(), tooLate])
  clearTimeout(timer)
  return withoutSecrets(lines, Object.values(keptSettings(row).secrets))
}
