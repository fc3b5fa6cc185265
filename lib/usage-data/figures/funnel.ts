export const funnelWindows = [7, 28, 90] as const
export type FunnelWindow = (typeof funnelWindows)[number]

export const fewestSteps = 2
export const mostSteps = 5

/** What a funnel is asked for: events in their order, and over how many days. */
export interface Funnel {
  steps: readonly string[]
  days: FunnelWindow
}

/**
 * A funnel as an address gives it; what isn't known is left out, and any other window becomes 28 days. With fewer
 * than two steps left there is nothing to draw yet.
 * @param known actions of events that name users
 */
export function funnelOf(
  steps: readonly string[],
  days: string | undefined,
  known: readonly string[],
): Funnel {
  return {
    steps: steps.filter(step => known.includes(step)).slice(0, mostSteps),
    days: funnelWindows.find(window => String(window) === days) ?? 28,
  }
}
