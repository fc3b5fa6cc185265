import { systemActor } from '@/lib/core/people/make-actor'

/** The actor of every job and sweep. */
export const system = systemActor()
