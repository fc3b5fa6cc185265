import type { RejectedEvent } from '@/lib/usage-data/collecting/pseudonymise'

/** Each rejected event is counted, and of each reason so many are kept in that time, to see what is wrong with them. */
const MOST = 20
const WHILE_MS = 10 * 60_000

/** How many were kept since then, by reason. */
export interface Sample {
  since: number
  kept: Map<string, number>
}

/** The few of these that are kept as they are: anybody can send as many as they like. `sample` remembers how many there were. */
export function sampleOf(
  rejected: readonly RejectedEvent[],
  sample: Sample,
  now: Date,
): readonly RejectedEvent[] {
  if (now.getTime() - sample.since >= WHILE_MS) {
    sample.since = now.getTime()
    sample.kept.clear()
  }
  return rejected.filter(({ reason }) => {
    const kept = sample.kept.get(reason) ?? 0
    if (kept < MOST) sample.kept.set(reason, kept + 1)
    return kept < MOST
  })
}
