/** What keeps us from serving anybody for now: no room to store anything, or something we need can't answer. */
export type Trouble = 'no-room' | 'not-now'

/** Of the operating system, and PostgreSQL's `disk_full` (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100'])

/** A connection that isn't there, is refused or broke off; files that can't be opened or written just now. */
const NOT_NOW: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EAGAIN',
  'EPIPE',
  'EROFS',
  'EIO',
  'EMFILE',
  'ENFILE',
  // Prisma: not reached, timed out, closed, no connection free, no transaction begun or ended in time, a conflict that stayed.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
  // PostgreSQL: a lock that wasn't given, a statement cut off, a read-only or lost server, a deadlock or conflict that stayed.
  '55P03',
  '57014',
  '25006',
  '25P03',
  '40001',
  '40P01',
])

/** PostgreSQL's classes of what lies with the server: connections, resources, an operator's hand, the system. */
const NOT_NOW_CLASS = /^(?:(?:08|53|58)[0-9A-Z]{3}|57P[0-9A-Z]{2})$/

/** Where a driver or Prisma says it in words alone. */
const NOT_NOW_WORDS =
  /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|unable to start a transaction|can't reach database server|server has closed the connection|too many clients/i
const NO_ROOM_WORDS = /no space left on device|disk quota exceeded/i

/** How far an error is followed into what caused it. */
const DEEPEST = 8

/** An error, what it says that caused it, and what those name as their cause. */
function* causesOf(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return
  yield error
  for (const key of ['cause', 'meta', 'driverAdapterError', 'errors', 'error'])
    if (key in error) yield* causesOf(Reflect.get(error, key), depth + 1)
  if (Array.isArray(error)) for (const part of error.slice(0, DEEPEST)) yield* causesOf(part, depth + 1)
}

const said = (error: object, keys: readonly string[]): string[] =>
  keys.map(key => Reflect.get(error, key)).filter(value => typeof value === 'string')

/** Prisma's names for what a driver told it. */
const NOT_NOW_KINDS =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionWriteConflict)$/

/**
 * What kind of trouble an error tells of, wherever it came from: the one place that says which errors pass by themselves.
 * @returns null for every other error, which is a fault of ours
 */
export function troubleOf(error: unknown): Trouble | null {
  let found: Trouble | null = null
  for (const part of causesOf(error)) {
    const codes = said(part, ['code', 'originalCode', 'errorCode'])
    const words = said(part, ['message', 'originalMessage']).join('\n')
    if (codes.some(code => NO_ROOM.has(code)) || NO_ROOM_WORDS.test(words)) return 'no-room'
    const isAway =
      codes.some(code => NOT_NOW.has(code) || NOT_NOW_CLASS.test(code)) ||
      said(part, ['kind']).some(kind => NOT_NOW_KINDS.test(kind)) ||
      said(part, ['name']).includes('PrismaClientInitializationError') ||
      NOT_NOW_WORDS.test(words)
    if (isAway) found = 'not-now'
  }
  return found
}

/** How trouble is answered: the status, when to come back, and what to say to a person and to a program. */
export const troubleAnswers: Readonly<
  Record<Trouble, { status: number; retryAfterSeconds: number; title: string; words: string }>
> = {
  'no-room': {
    status: 507,
    retryAfterSeconds: 300,
    title: 'There is no room on our server right now',
    words: 'Nothing of what you just sent was kept. What you sent before is safe. Please try again later.',
  },
  'not-now': {
    status: 503,
    retryAfterSeconds: 30,
    title: 'We can’t answer just now',
    words:
      'Something that we need is busy or away. What you sent before is safe; if you just sent something, look whether it arrived before you send it again. Please try again in a moment.',
  },
}
