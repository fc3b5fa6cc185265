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
  #waiting: {
    items: readonly Item[]
    from: string
    done: () => void
    failed: (error: unknown) => void
  }[] = []
  #size = 0
  /** How much of it is of whom. */
  #sizeOf = new Map<string, number>()
  #writing = false

  constructor(
    private readonly write: (items: readonly Item[]) => Promise<void>,
    private readonly limits: { most: number; perWrite: number },
  ) {}

  /**
   * @param from who adds them: nobody may have more waiting than is left to everybody else
   * @throws QueueFull where there is no room: nothing of it is kept
   */
  async add(items: readonly Item[], from: string): Promise<void> {
    if (items.length === 0) return
    const room = this.limits.most - this.#size
    if (items.length > room || (this.#sizeOf.get(from) ?? 0) >= room) throw new QueueFull()
    this.#count(from, items.length)
    const written = new Promise<void>((done, failed) => this.#waiting.push({ items, from, done, failed }))
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
      for (const call of calls) this.#count(call.from, -call.items.length)
    }
    this.#writing = false
  }

  #count(from: string, items: number): void {
    this.#size += items
    const size = (this.#sizeOf.get(from) ?? 0) + items
    if (size > 0) this.#sizeOf.set(from, size)
    else this.#sizeOf.delete(from)
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
