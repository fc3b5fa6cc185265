import pino from 'pino'
import { LogBudget } from './log-budget'

const HIDDEN = '[hidden]'

/** Names under which personal data or secrets travel; hidden wherever they turn up in a log entry. */
const NAMES = [
  'email',
  'emails',
  'requesterEmail',
  'username',
  'name',
  'to',
  'cc',
  'from',
  'address',
  'addresses',
  'subject',
  'body',
  'text',
  'html',
  'details',
  'answers',
  'note',
  'password',
  'token',
  'secret',
  'cookie',
  'cookies',
  'authorization',
  'headers',
  'ip',
  'url',
  'query',
  'params',
]

/** Many times what is kept of a message; what is behind it isn't looked at. */
const MOST_READ = 2000

/** Bounded: MOST_READ, as each of them begins again at every character of a hostile megabyte. */
const EMAIL = /[^\s<>"'(),;:]+@[^\s<>"'(),;]+/g
const TOKEN = /[A-Za-z0-9_-]{32,}/g
/** Bounded: MOST_READ. One that was cut off before its end is hidden, too. */
const QUOTED = /\([^)]*\)=\([^)]*(?:\)|$)/g

/** As much as is read, without a last word that may be the beginning of an address. */
function partRead(text: string): string {
  if (text.length <= MOST_READ) return text
  const start = text.slice(0, MOST_READ)
  return start.slice(0, Math.max(0, start.lastIndexOf(' ')))
}

/** Masks addresses, tokens and the values that a database quotes, and cuts what is left to 300 characters. */
export function withoutPersonalData(text: string): string {
  return partRead(text).replace(QUOTED, HIDDEN).replace(EMAIL, HIDDEN).replace(TOKEN, HIDDEN).slice(0, 300)
}

/**
 * What may be logged of an error: its name, code, masked message and where it happened.
 * Prisma puts the whole query with its values before the last line of a message, so only that line is kept.
 */
export function describeError(error: unknown): {
  type: string
  code?: string
  message: string
  at?: string[]
} {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const lines = error.message.split('\n').filter(line => line.trim() !== '')
  const at = error.stack
    ?.split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8)
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: withoutPersonalData(lines.at(-1) ?? ''),
    ...(at && { at: at.map(line => line.trim()) }),
  }
}

/** The name of an error's class, where it looks like one: what may be kept of it outside the log. */
export const errorKind = (error: unknown): string =>
  error instanceof Error && /^[A-Za-z]\w*$/.test(error.name) ? error.name : 'Error'

const described = (error: unknown) => (error instanceof Error ? describeError(error) : error)

/** env.ts reports an invalid level with the other faults of the environment. */
const isLevel = (text: string | undefined): text is string =>
  text !== undefined && [...Object.values(pino.levels.labels), 'silent'].includes(text)

const wanted = process.env.LOG_LEVEL

const budget = new LogBudget()

/** The product's log: one JSON object a line on standard output, ids only. */
export const log = pino({
  level: isLevel(wanted) ? wanted : 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: label => ({ level: label }) },
  serializers: { err: described, error: described },
  hooks: {
    logMethod(said, write, level) {
      const words = said.find(part => typeof part === 'string') ?? ''
      const leave = budget.take(level, words, Date.now())
      if (!leave.ok) return
      if (leave.leftOut > 0)
        write.apply(this, [{ leftOut: leave.leftOut }, 'lines were left out before this one'])
      write.apply(this, said)
    },
  },
  redact: { paths: NAMES.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: HIDDEN },
})
