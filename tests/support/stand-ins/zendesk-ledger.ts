import { randomUUID } from 'node:crypto'
import type { EffectRecord, Effects } from '@/lib/systems/contract'

/** A ledger in memory that keeps to the contract: begun before the act, done after it, settled by looking in between. */
export function memoryLedger(): Effects {
  const records: EffectRecord[] = []
  return {
    all: async () => records.map(record => ({ ...record })),
    async once({ what, target, before = null, act, look }) {
      let record = records.find(known => known.what === what && known.target === target)
      if (record?.state === 'done') return record
      let looked = record && look ? await look(record) : null
      if (looked?.is === 'unknown') throw new Error('an effect that cannot be settled')
      if (!record) {
        const [id, begunAt] = [randomUUID(), new Date()]
        record = { id, what, target, state: 'begun', before, result: null, begunAt, settledAt: null }
        records.push(record)
      }
      looked ??= { is: 'not-done' }
      const result = looked.is === 'done' ? looked.result : await act(record.id)
      return Object.assign(record, { state: 'done', result, settledAt: new Date() })
    },
  }
}
