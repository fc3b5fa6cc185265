import type { ActResult, EffectRecord, EvidenceLine } from '@/lib/systems/contract'

/** A line of evidence for an effect: at the moment when it was known to have happened. */
export const ofRecord = (record: EffectRecord, what: string, now: Date): EvidenceLine => ({
  at: record.settledAt ?? now,
  what,
  result: record.result ?? record.state,
})

export const done = (changed: boolean, evidence: readonly EvidenceLine[]): ActResult => ({
  is: 'done',
  changed,
  evidence,
})

/** `1 group`, `2 groups`. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
