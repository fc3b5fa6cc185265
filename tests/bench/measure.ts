import type { Probe } from './probes'
import type { Samples } from './samples'

export interface Place {
  name: string
  site: URL
  samples: Samples
}

/** Milliseconds by probe and place. */
export type Timings = Map<string, Map<string, number[]>>

/**
 * One visit at a time. Each round does everything once in each place, the places taking turns to be first, so that
 * other load on the machine affects all of them alike.
 */
export async function measure(
  probes: readonly Probe[],
  places: readonly Place[],
  { warmUps, rounds }: { warmUps: number; rounds: number },
): Promise<Timings> {
  const timings: Timings = new Map(
    probes.map(probe => [probe.name, new Map(places.map(place => [place.name, []]))]),
  )
  for (let turn = 0; turn < warmUps + rounds; turn++) {
    const order = turn % 2 ? places.toReversed() : places
    for (const probe of probes) {
      for (const place of order) {
        const ms = await probe.run(place.site, place.samples, turn)
        if (turn >= warmUps) timings.get(probe.name)?.get(place.name)?.push(ms)
      }
    }
  }
  return timings
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]]
  return (low + high) / 2
}
