import { type Database, database } from '../database/client'

/** Whether demo people can sign in to this database. */
export async function hasDemoStaff(db: Database = database()): Promise<boolean> {
  return (await db.staff.count({ where: { demo: true, disabledAt: null } })) > 0
}

/** Whether anybody works here or anything was ever asked: then it is nobody's demo to fill. */
export async function isInUse(db: Database = database()): Promise<boolean> {
  const [staff, request] = await Promise.all([
    db.staff.findFirst({ select: { id: true } }),
    db.request.findFirst({ select: { id: true } }),
  ])
  return staff !== null || request !== null
}
