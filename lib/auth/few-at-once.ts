/** The line is full. Its code marks it as trouble that passes by itself. */
export class LineFull extends Error {
  override name = 'LineFull'
  readonly code = 'EAGAIN'
}

/** Runs costly work a few at a time, first come, first served; the others wait, up to a bound. */
export class FewAtOnce {
  #running = 0
  #waiting: (() => void)[] = []

  constructor(private readonly limits: { atOnce: number; mostWaiting: number }) {}

  /** @throws LineFull where too many wait already: the work isn't begun */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.limits.atOnce) this.#running += 1
    else if (this.#waiting.length >= this.limits.mostWaiting) throw new LineFull()
    else await new Promise<void>(turn => this.#waiting.push(turn))
    try {
      return await work()
    } finally {
      // Whose turn it is takes this place over, so that nobody slips in between.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
