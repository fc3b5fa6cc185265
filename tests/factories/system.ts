import { systemActor } from '@/lib/core/people/make-actor'

/** The system, as the worker acts. */
export const system = systemActor()
