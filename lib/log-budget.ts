/** So many lines of one kind go into the log in a minute: more than anybody reads, and a few dozen megabytes a day. */
const MOST = 300
const WINDOW_MS = 60_000
/** Kinds that are told apart; the framework’s own words may be anything, so that those beyond it share a budget. */
const MOST_KINDS = 200
/** Two lines that begin with the same words are of one kind. */
const TOLD_APART_BY = 32

/** Whether a line may be written, and how many of its kind weren't since one was. */
export type Leave = { ok: true; leftOut: number } | { ok: false }

/** Keeps strangers from filling the disk with lines of the log: each of their calls may cause one. */
export class LogBudget {
  readonly #kinds = new Map<string, { since: number; written: number; leftOut: number }>()

  /** @param now in milliseconds */
  take(level: number, words: string, now: number): Leave {
    const named = `${level} ${words.slice(0, TOLD_APART_BY)}`
    const kind = this.#kinds.has(named) || this.#kinds.size < MOST_KINDS ? named : `${level}`
    const held = this.#kinds.get(kind) ?? { since: now, written: 0, leftOut: 0 }
    if (now - held.since >= WINDOW_MS) Object.assign(held, { since: now, written: 0 })
    this.#kinds.set(kind, held)
    if (held.written >= MOST) {
      held.leftOut += 1
      return { ok: false }
    }
    const { leftOut } = held
    Object.assign(held, { written: held.written + 1, leftOut: 0 })
    return { ok: true, leftOut }
  }
}
