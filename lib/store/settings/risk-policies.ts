import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { defaultRiskPolicy, type RiskPolicy, riskPolicySchema } from '@/lib/core/risk/policy'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { currentRiskPolicy } from './decision-rules'

export interface PolicyVersion {
  version: number
  note: string | null
  /** Name of the person who made it. */
  madeBy: string | null
  at: Date | null
  policy: RiskPolicy
}

/** Every version of the risk policy, the newest first, at most 50; version 1 is what Habeas comes with. */
export async function listRiskPolicies(actor: Actor, db: Database = database()): Promise<PolicyVersion[]> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-risk-policy')) return []
  const rows = await db.riskPolicy.findMany({ orderBy: { version: 'desc' }, take: 50 })
  const ids = rows.flatMap(row => row.madeById ?? [])
  const people = await db.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(person => [person.id, person.name]))
  const made = rows.map(({ version, note, madeById, createdAt, policy }) => ({
    version,
    note,
    madeBy: madeById && (names.get(madeById) ?? null),
    at: createdAt,
    policy: riskPolicySchema.parse(policy),
  }))
  if (made.some(candidate => candidate.version === defaultRiskPolicy.version)) return made
  return [
    ...made,
    { version: 1, note: 'Comes with Habeas', madeBy: null, at: null, policy: defaultRiskPolicy },
  ]
}

/** Adds a version after the newest one; two at the same moment can't both be next. */
export async function insertRiskPolicy(
  tx: AnyTx,
  policy: Omit<RiskPolicy, 'version'>,
  about: { note: string; madeById: string | null },
): Promise<number> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended('risk policy', 7))`
  const version = (await currentRiskPolicy(tx)).version + 1
  const whole = riskPolicySchema.parse({ ...policy, version })
  await prismaOf(tx).riskPolicy.create({ data: { version, policy: whole, ...about } })
  return version
}
