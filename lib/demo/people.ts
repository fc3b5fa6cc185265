import { hashPassword } from '@/lib/auth/password'
import { emailKey } from '@/lib/core/matching'
import { transaction } from '@/lib/store/client'
import { insertPerson } from '@/lib/store/staff'
import { DEMO_PASSWORD, demoAccounts } from './accounts'

/** Adds the demo's people, marked as such: a real installation refuses to start with them. */
export async function addDemoPeople(): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await transaction(async tx => {
    for (const { email, name, role } of demoAccounts)
      await insertPerson(tx, { email: emailKey(email), name, role, demo: true, passwordHash })
  })
}
