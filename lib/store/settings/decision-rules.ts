import { clocksSchema, type LawVersion } from '@/lib/core/deadlines/law-versions'
import type { OrganisationRules } from '@/lib/core/machine/decision'
import { defaultRiskPolicy, type RiskPolicy, riskPolicySchema } from '@/lib/core/risk/policy'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { settingSchemas } from './settings'

const keys = ['embargoed', 'four-eyes', 'default-law', 'office-calendar'] as const

interface Row {
  now: Date
  policy: unknown
  settings: Partial<Record<(typeof keys)[number], unknown>>
  versions: (Omit<LawVersion, 'clocks'> & { clocks: unknown })[]
}

/** What decisions look at besides the request. */
export interface DecisionRules {
  /** By the database's clock. */
  now: Date
  /** The newest; a request keeps the version that it was rated with. */
  riskPolicy: RiskPolicy
  /** The organisation's lists and switches. */
  rules: OrganisationRules
}

/** All of it in one query, as it is asked with every page of a request and every command. */
export async function readDecisionRules(db: Database | AnyTx = database()): Promise<DecisionRules> {
  const [row] = await prismaOf(db).$queryRaw<[Row]>`
    select clock_timestamp() as now,
      (select policy from risk_policy order by version desc limit 1) as policy,
      (select coalesce(jsonb_object_agg(key, value), '{}') from setting where key = any(${[...keys]})) as settings,
      (select coalesce(jsonb_agg(jsonb_build_object('law', law, 'version', version, 'clocks', clocks, 'note', note)
        order by law, version), '[]') from law_version) as versions`
  const { now, policy, settings, versions } = row
  return {
    now,
    riskPolicy: policy ? riskPolicySchema.parse(policy) : defaultRiskPolicy,
    rules: {
      embargoed: settingSchemas.embargoed.parse(settings.embargoed),
      fourEyes: settingSchemas['four-eyes'].parse(settings['four-eyes']),
      defaultLaw: settingSchemas['default-law'].parse(settings['default-law']),
      lawVersions: versions.map(({ clocks, ...version }) => ({
        ...version,
        clocks: clocksSchema.parse(clocks),
      })),
      calendar: settingSchemas['office-calendar'].parse(settings['office-calendar']),
    },
  }
}

/** The newest risk policy alone. */
export const currentRiskPolicy = async (db: Database | AnyTx = database()): Promise<RiskPolicy> =>
  (await readDecisionRules(db)).riskPolicy

/** The organisation's lists and switches alone. */
export const organisationRules = async (db: Database | AnyTx = database()): Promise<OrganisationRules> =>
  (await readDecisionRules(db)).rules
