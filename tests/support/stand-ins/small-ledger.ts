import type { EffectRecord, Effects, Look } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'

export interface SmallLedger extends Effects {
  records: EffectRecord[]
  /** Breaks off as a killed worker would: after the effect, before it is written down. */
  dieBeforeWriting(times?: number): void
}

/** A ledger in memory, with the promises of the real one: written down before and after, and settled by looking. */
export function smallLedger(): SmallLedger {
  const records: EffectRecord[] = []
  let deaths = 0
  const settle = (record: EffectRecord, result: string) => {
    record.state = 'done'
    record.result = result
    record.settledAt = new Date(record.begunAt.getTime() + 1)
    return record
  }
  return {
    records,
    dieBeforeWriting: (times = 1) => {
      deaths = times
    },
    all: async () => records.map(record => ({ ...record })),
    async once({ what, target, before = null, act, look }) {
      const known = records.find(record => record.what === what && record.target === target)
      if (known?.state === 'done') return known
      if (known && look) {
        const seen: Look = await look(known)
        if (seen.is === 'done') return settle(known, seen.result)
        if (seen.is === 'unknown')
          throw new SystemFailure('unexpected', 'It isn’t known whether it happened.')
      }
      const record: EffectRecord = known ?? {
        id: `effect-${records.length + 1}`,
        what,
        target,
        state: 'begun',
        before,
        result: null,
        begunAt: new Date(0),
        settledAt: null,
      }
      if (!known) records.push(record)
      const result = await act(record.id)
      if (deaths > 0) {
        deaths -= 1
        throw new Error('killed before it was written down')
      }
      return settle(record, result)
    },
  }
}
