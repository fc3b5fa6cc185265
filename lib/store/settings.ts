import { z } from 'zod'
import { type Team, teams } from '@/lib/core/request'
import { defaultRiskPolicy, type RiskPolicy, riskPolicySchema } from '@/lib/core/risk/policy'
import { type Database, database, type Transaction } from './client'

/** The organisation's own words and addresses. */
export interface Settings {
  organisation: string
  'cancel-subscription-help': string
  'complaint-authority': string
  'team-addresses': Partial<Record<Team, string>>
}

/** What each value must look like, and what holds while nothing is set. */
export const settingSchemas: { readonly [Key in keyof Settings]: z.ZodType<Settings[Key]> } = {
  organisation: z.string().trim().min(1).max(100).default('GitLab.com'),
  'cancel-subscription-help': z
    .string()
    .max(500)
    .default('In the Customers Portal, open Subscriptions and choose Cancel subscription.'),
  'complaint-authority': z
    .string()
    .max(500)
    .default('the data protection authority of the country you live in'),
  'team-addresses': z.partialRecord(z.enum(teams), z.email()).default({}),
}

/** Reads one setting. @throws when somebody wrote a value into the table that its schema refuses */
export async function readSetting<Key extends keyof Settings>(
  key: Key,
  db: Database | Transaction = database(),
): Promise<Settings[Key]> {
  const row = await db.setting.findUnique({ where: { key } })
  return settingSchemas[key].parse(row?.value ?? undefined)
}

export async function writeSetting<Key extends keyof Settings>(
  tx: Transaction,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await tx.setting.upsert({
    where: { key },
    create: { key, value },
    update: { value, updatedAt: new Date() },
  })
}

/**
 * Where a team's task mail goes: its address in the settings, else the team's name at the domain that mail is sent from,
 * so that a fresh installation tells its teams, too.
 */
export async function teamAddress(
  team: Team,
  mailFrom: string,
  db: Database | Transaction = database(),
): Promise<string> {
  const addresses = await readSetting('team-addresses', db)
  const domain = mailFrom.replace(/^.*@/, '').replace(/[>\s].*$/, '')
  return addresses[team] ?? `${team}@${domain}`
}

/** The newest risk policy; a request keeps the version that it was rated with. */
export async function currentRiskPolicy(db: Database | Transaction = database()): Promise<RiskPolicy> {
  const row = await db.riskPolicy.findFirst({ orderBy: { version: 'desc' } })
  return row ? riskPolicySchema.parse(row.policy) : defaultRiskPolicy
}
