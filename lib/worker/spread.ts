/** No two loops begin closer together than this, unless there are more than fit. */
const STEP_MS = 400

/**
 * When each of several loops begins, so that they don't all want the database at once: the first at once, the others in
 * even steps within `periodMs`. Loops with the same period then stay apart.
 * @returns milliseconds from the start, one for each loop
 */
export function spread(loops: number, periodMs: number): number[] {
  const step = Math.min(STEP_MS, periodMs / loops)
  return Array.from({ length: loops }, (_, place) => Math.floor(place * step))
}
