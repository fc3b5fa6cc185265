/** Round numbers from zero up to a little over `most`, at most five of them. */
export function ticks(most: number): number[] {
  const rough = Math.max(most, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map(times => times * power).find(size => size >= rough) ?? rough)
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step)
}

/** Indexes with a value, in unbroken runs: what isn't known or isn't shown is a gap, never a line across it. */
export function runs(values: readonly (number | null)[]): { at: number; value: number }[][] {
  const found: { at: number; value: number }[][] = []
  let open = false
  for (const [at, value] of values.entries()) {
    if (value !== null && open) found.at(-1)?.push({ at, value })
    else if (value !== null) found.push([{ at, value }])
    open = value !== null
  }
  return found
}
