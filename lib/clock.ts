/** Tells the time. Commands and pages get one as an argument, so that a test can hold it still. */
export interface Clock {
  now(): Date
}

/**
 * This machine's clock. The database's clock decides what is due,
 * because two machines never quite agree.
 */
export const systemClock: Clock = { now: () => new Date() }
