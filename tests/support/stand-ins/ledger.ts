import type { EffectPlan, EffectRecord, Effects } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'

/** A ledger of effects in memory, for acts that are tried without a database. Its records outlive every try of an act. */
export class MemoryLedger implements Effects {
  #records: EffectRecord[] = []

  /** @param clock the time that records get */
  constructor(readonly clock: () => Date = () => new Date()) {}

  async once(plan: EffectPlan): Promise<EffectRecord> {
    const known = this.#find(plan)
    if (known?.state === 'done') return known
    if (known && plan.look) {
      const look = await plan.look(known)
      if (look.is === 'done') return this.#settle(known, look.result)
      if (look.is === 'unknown')
        throw new SystemFailure('unexpected', 'It can’t be told whether it has happened.', {
          mayHaveActed: true,
        })
    }
    const record = known ?? this.#begin(plan)
    return this.#settle(record, await plan.act(record.id))
  }

  async all(): Promise<readonly EffectRecord[]> {
    return this.#records
  }

  #find({ what, target }: EffectPlan): EffectRecord | undefined {
    return this.#records.find(record => record.what === what && record.target === target)
  }

  #begin({ what, target, before }: EffectPlan): EffectRecord {
    const record: EffectRecord = {
      id: `effect-${this.#records.length + 1}`,
      what,
      target,
      state: 'begun',
      before: before ?? null,
      result: null,
      begunAt: this.clock(),
      settledAt: null,
    }
    this.#records.push(record)
    return record
  }

  #settle(record: EffectRecord, result: string): EffectRecord {
    const settled: EffectRecord = { ...record, state: 'done', result, settledAt: this.clock() }
    this.#records = this.#records.map(other => (other.id === record.id ? settled : other))
    return settled
  }
}
