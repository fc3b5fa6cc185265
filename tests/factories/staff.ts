import type { Role, StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'

/** Somebody who has signed in at the desk; another `id` of the same role is another person. */
export const staffOf = (role: Role, id: string = `a-${role}`): StaffActor => staffActor(id, role, 'browser')
