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

/** When to look again: soon at first, and more rarely the longer it takes. In seconds. */
export const nextLook = (waitedSeconds: number, atMost: number): number =>
  Math.min(atMost, Math.max(2, Math.round(waitedSeconds / 5)))

/** Seconds from one moment to a later one; 0 where it isn't later, as clocks may differ. */
export const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, (to.getTime() - from.getTime()) / 1000)
