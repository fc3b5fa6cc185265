import { withoutPersonalData } from '@/lib/log'

/** What went wrong with a connected system, as a short code. */
export type FailureReason =
  /** The address leads inside, and isn't listed. */
  | 'address-not-allowed'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  /** It asked us to wait: 429, or a limit of our own that all workers share. */
  | 'limited'
  /** It failed so often that nothing is asked for a while. */
  | 'circuit-open'
  /** It doesn't take our credentials: 401. */
  | 'credentials'
  /** The credentials lack a right: 403. */
  | 'forbidden'
  /** 5xx. */
  | 'server-error'
  /** An answer that isn't what was asked for: cut off, HTML, empty, another shape. Never "not found". */
  | 'nonsense'
  | 'redirected'
  /** Any other status that the call doesn't expect. */
  | 'unexpected'

/** Worth another try later without anybody changing a setting. */
const TRANSIENT: readonly FailureReason[] = [
  'unreachable',
  'timeout',
  'limited',
  'circuit-open',
  'server-error',
  'nonsense',
]

interface About {
  status?: number
  /** How long it asked us to wait. */
  retryAfterSeconds?: number
  /** The call may have had its effect although no answer came: the connection broke, or the answer made no sense. */
  mayHaveActed?: boolean
  /** Only our own limit of calls is reached: nothing was asked, and nothing is wrong. */
  isOwnLimit?: boolean
}

/**
 * A connected system didn't do what it was asked. Its message is for staff: it says what the system said, without personal data.
 */
export class SystemFailure extends Error {
  override name = 'SystemFailure'
  readonly status: number | undefined
  readonly retryAfterSeconds: number | undefined
  readonly mayHaveActed: boolean
  readonly isOwnLimit: boolean

  constructor(
    readonly reason: FailureReason,
    words: string,
    { status, retryAfterSeconds, mayHaveActed = false, isOwnLimit = false }: About = {},
  ) {
    super(words)
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
    this.mayHaveActed = mayHaveActed
    this.isOwnLimit = isOwnLimit
  }

  get isTransient(): boolean {
    return TRANSIENT.includes(this.reason)
  }
}

/** Control characters and halves of pairs, which PostgreSQL takes no JSON with. */
const UNKEEPABLE = /[\p{Cc}\p{Cs}]/gu

/**
 * What a server said, fit for a screen and the database: one line, without addresses and tokens, at most 120 characters.
 * Bounded: by what `withoutPersonalData` reads.
 */
export const quoted = (text: string): string =>
  withoutPersonalData(text.slice(0, 2000).replace(UNKEEPABLE, ' ').replace(/\s+/g, ' ').trim())
    .slice(0, 120)
    // The end may have cut a pair in two.
    .replace(UNKEEPABLE, '')
