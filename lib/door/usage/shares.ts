/**
 * How much each network was given today, in memory alone: networks are forgotten with the day and with the process. A network may
 * not have more than what is left for everybody. Nobody is held back until half of a day is used, so that a product whose own server
 * sends everything from one address has that half to itself; two networks get a third each, and one that comes late finds room.
 */
export class Shares {
  #day = ''
  #given = new Map<string, number>()

  /** @param most networks that are remembered; beyond it, the half with the least is forgotten */
  constructor(private readonly most: number) {}

  get size(): number {
    return this.#given.size
  }

  /**
   * Takes an amount of a network's share, whole or not at all.
   * @param left how much everybody together may still have today
   * @param day any text that is another one each day
   * @returns false where the network has had as much as is left
   */
  take(network: string, amount: number, left: number, day: string): boolean {
    if (day !== this.#day) this.#given.clear()
    this.#day = day
    const had = this.#given.get(network) ?? 0
    if (had >= left) return false
    if (had === 0 && this.#given.size >= this.most) this.#forgetHalf()
    this.#given.set(network, had + amount)
    return true
  }

  /** Gives back what was taken and came to nothing. */
  giveBack(network: string, amount: number): void {
    const had = this.#given.get(network) ?? 0
    if (had > amount) this.#given.set(network, had - amount)
    else this.#given.delete(network)
  }

  #forgetHalf(): void {
    const byAmount = [...this.#given].sort(([, a], [, b]) => b - a)
    this.#given = new Map(byAmount.slice(0, Math.floor(this.most / 2)))
  }
}
