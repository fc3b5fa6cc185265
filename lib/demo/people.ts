import { hashPassword } from '@/lib/auth/password'
import { emailKey } from '@/lib/core/account/matching'
import type { Role, StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { inTransaction } from '@/lib/store/database/transaction'
import { insertPerson } from '@/lib/store/staff/staff'
import { DEMO_PASSWORD, demoAccounts } from './accounts'

/**
 * Adds the demo's people, marked as such: a real installation refuses to start with them.
 * @returns the first of each role, to walk the demo's requests with
 */
export async function addDemoPeople(): Promise<ReadonlyMap<Role, StaffActor>> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const staff = new Map<Role, StaffActor>()
  await inTransaction(async tx => {
    for (const { email, name, role } of demoAccounts) {
      const id = await insertPerson(tx, { email: emailKey(email), name, role, demo: true, passwordHash })
      if (id && !staff.has(role)) staff.set(role, staffActor(id, role, 'browser'))
    }
  })
  return staff
}
