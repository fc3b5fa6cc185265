/** Tells the time. Commands and pages get one as an argument, so that a test can hold it still. */
export interface Clock {
  now(): Date
}

/**
 * This machine's clock. Whatever is due is decided by the database's clock instead,
 * because two machines never quite agree.
 */
export const systemClock: Clock = { now: () => new Date() }
