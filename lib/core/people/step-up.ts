/** How long a proof of who somebody is counts for what must not be done from a desk that was left open. */
export const STEP_UP_MINUTES = 10

/** Whether the last proof is recent enough. */
export const isFresh = (confirmedAt: Date, now: Date): boolean =>
  now.getTime() - confirmedAt.getTime() < STEP_UP_MINUTES * 60_000
