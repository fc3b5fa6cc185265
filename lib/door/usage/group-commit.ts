/** A queue that has no room left. */
export class QueueFull extends Error {
  override name = 'QueueFull'
}

/**
 * Gathers what arrives while a write is under way and writes it together, so that many small calls cost one commit.
 * A call's promise settles only after the write that holds all of it.
 * @param write durable when it settles; what it throws is thrown to every call whose things it held
 */
export class GroupCommit<Item> {
  #waiting: { items: readonly Item[]; done: () => void; failed: (error: unknown) => void }[] = []
  #size = 0
  #writing = false

  constructor(
    private readonly write: (items: readonly Item[]) => Promise<void>,
    private readonly limits: { most: number; perWrite: number },
  ) {}

  /** @throws QueueFull where there is no room: nothing of it is kept */
  async add(items: readonly Item[]): Promise<void> {
    if (items.length === 0) return
    if (this.#size + items.length > this.limits.most) throw new QueueFull()
    this.#size += items.length
    const written = new Promise<void>((done, failed) => this.#waiting.push({ items, done, failed }))
    void this.#drain()
    await written
  }

  async #drain(): Promise<void> {
    if (this.#writing) return
    this.#writing = true
    while (this.#waiting.length > 0) {
      const calls = this.#take()
      const items = calls.flatMap(call => call.items)
      try {
        await this.write(items)
        for (const call of calls) call.done()
      } catch (error) {
        for (const call of calls) call.failed(error)
      }
      this.#size -= items.length
    }
    this.#writing = false
  }

  /** Whole calls up to the size of a write, and always one. */
  #take() {
    let taken = 0
    const end = this.#waiting.findIndex((call, at) => {
      taken += call.items.length
      return at > 0 && taken > this.limits.perWrite
    })
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end)
  }
}
