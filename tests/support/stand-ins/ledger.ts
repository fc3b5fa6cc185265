import { effectsOnce } from '@/lib/door/system-work/once'
import type { EffectPlan, EffectRecord, Effects } from '@/lib/systems/contract'

/** The product's own ledger with a book in memory, for acts that are tried without a database. It outlives every try of an act. */
export class MemoryLedger implements Effects {
  #records: EffectRecord[] = []
  #deaths = 0
  readonly #effects = effectsOnce({
    find: async ({ what, target }) =>
      this.#records.find(record => record.what === what && record.target === target) ?? null,
    begin: async ({ what, target, before }) => {
      if (this.#records.some(record => record.what === what && record.target === target)) return
      this.#records.push({
        id: `effect-${this.#records.length + 1}`,
        what,
        target,
        state: 'begun',
        before,
        result: null,
        begunAt: this.clock(),
        settledAt: null,
      })
    },
    settle: async (id, result) => {
      if (this.#deaths > 0) {
        this.#deaths -= 1
        throw new Error('killed before it was written down')
      }
      this.#records = this.#records.map(record =>
        record.id === id ? { ...record, state: 'done', result, settledAt: this.clock() } : record,
      )
    },
    drop: async id => {
      this.#records = this.#records.filter(record => record.id !== id)
    },
    all: async () => this.#records,
  })

  /** @param clock the time that records get */
  constructor(readonly clock: () => Date = () => new Date()) {}

  get records(): readonly EffectRecord[] {
    return this.#records
  }

  once(plan: EffectPlan): Promise<EffectRecord> {
    return this.#effects.once(plan)
  }

  all(): Promise<readonly EffectRecord[]> {
    return this.#effects.all()
  }

  /** Breaks off as a killed worker would: after the effect, before what came of it is written down. */
  dieBeforeWriting(): void {
    this.#deaths += 1
  }
}
