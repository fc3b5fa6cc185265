import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { emailSchema } from '@/lib/core/account/matching'
import { shortestKnown } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import { requestTypeKeys } from '@/lib/core/handbook/request-types/index'
import { type WorkLinks, workLinkKeys } from '@/lib/core/handbook/work-links'
import { type Role, roles, type Team, teams } from '@/lib/core/people/actor'
import { isCountry, usualCountries } from '@/lib/core/request/countries'
import { type OfficeCalendar, officeCalendar } from '@/lib/core/request/office-calendar'
import { type RetentionDays, retentionDays } from '@/lib/core/settings/retention'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** The organisation's own words and addresses. */
export interface Settings {
  organisation: string
  'cancel-subscription-help': string
  'complaint-authority': string
  'export-steps-link': string
  /** Pages that the steps of tasks lead to; https, and of no person. */
  'work-links': WorkLinks
  'team-addresses': Partial<Record<Team, string>>
  /** Countries (ISO 3166-1) and regions (ISO 3166-2) to which no export is sent. */
  embargoed: string[]
  /** Request types for which nobody both validates and carries out. */
  'four-eyes': string[]
  /** Law of a jurisdiction that we don't know. */
  'default-law': string
  /** When the organisation's offices are closed, besides weekends. */
  'office-calendar': OfficeCalendar
  /** Countries (ISO 3166-1) that forms offer first. */
  'usual-countries': string[]
  /** The usual reasons for a question to Privacy, offered where one is asked. */
  'escalation-scenarios': string[]
  /** Request types that are switched off on the public form. */
  unpublished: string[]
  /** For how many days what is kept. */
  retention: RetentionDays
  /** Fewer people than this are never shown as a figure. */
  'minimum-group': number
  /** Whether the weekly Service Ping is sent, and where to. */
  'service-ping': ServicePing
  /** Roles whose people must have a second factor beside their password. */
  'second-factor': Role[]
  /** After how many hours without a page, and in any case, a session of staff ends. */
  'session-ends': SessionEnds
  /** Tells this installation from others in what it sends; made when it is first needed. */
  'installation-id': string
}

export type SessionEnds = { idleHours: number; longestHours: number }

/** `address` is https, and empty while none was chosen. */
export type ServicePing = { on: boolean; address: string }

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
  'export-steps-link': z.url().default('https://docs.gitlab.com/user/project/settings/import_export/'),
  'work-links': z.partialRecord(z.enum(workLinkKeys), z.url({ protocol: /^https$/ })).default({}),
  'team-addresses': z.partialRecord(z.enum(teams), emailSchema).default({}),
  embargoed: z
    .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/))
    .default(['CU', 'IR', 'KP', 'SY', 'RU', 'BY', 'UA-43', 'UA-40', 'UA-14', 'UA-09']),
  'four-eyes': z.array(z.enum(requestTypeKeys)).default(['deceased-deletion']),
  'office-calendar': officeCalendar.prefault({}),
  'default-law': z.enum([...laws.map(law => law.id), shortestKnown]).default('gdpr'),
  'usual-countries': z
    .array(z.string().refine(isCountry, 'Use the two letters of a country, such as DE.'))
    .max(20, 'Name at most 20 countries.')
    .default([...usualCountries]),
  'escalation-scenarios': z
    .array(z.string().trim().min(1).max(100, 'Keep each scenario under 100 characters.'))
    .max(30, 'Name at most 30 scenarios.')
    .default([
      'Unclear identity',
      'Dispute within an organisation',
      'Legal hold',
      'Request by a lawyer',
      'Several accounts',
      'Abuse',
    ]),
  unpublished: z.array(z.enum(requestTypeKeys)).default([]),
  retention: retentionDays.prefault({}),
  'minimum-group': z.number().int().min(2).max(1000).default(5),
  'service-ping': z
    .object({ on: z.boolean().default(false), address: z.string().max(500).default('') })
    .prefault({}),
  'second-factor': z.array(z.enum(roles)).default([]),
  'session-ends': z
    .object({
      idleHours: z.number().int().min(1).max(24).default(8),
      longestHours: z.number().int().min(1).max(168).default(24),
    })
    .prefault({}),
  'installation-id': z.uuid(),
}

/** Reads one setting. @throws when somebody wrote a value into the table that its schema refuses */
export async function readSetting<Key extends keyof Settings>(
  key: Key,
  db: Database | AnyTx = database(),
): Promise<Settings[Key]> {
  const row = await prismaOf(db).setting.findUnique({ where: { key } })
  return settingSchemas[key].parse(row?.value ?? undefined)
}

export async function writeSetting<Key extends keyof Settings>(
  tx: AnyTx,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await prismaOf(tx).setting.upsert({
    where: { key },
    create: { key, value },
    update: { value, updatedAt: new Date() },
  })
}

/** The id of this installation. Of any number who ask first at once, all get the same. */
export async function installationId(tx: AnyTx | Database = database()): Promise<string> {
  const value = JSON.stringify(randomUUID())
  await prismaOf(tx).$executeRaw`
    insert into setting (key, value, updated_at) values ('installation-id', ${value}::jsonb, now())
    on conflict (key) do nothing`
  return await readSetting('installation-id', tx)
}

/**
 * Where a team's task mail goes: its address in the settings, else the team's name at the domain that mail is sent from,
 * so that a fresh installation tells its teams, too.
 */
export async function teamAddress(
  team: Team,
  mailFrom: string,
  db: Database | AnyTx = database(),
): Promise<string> {
  const addresses = await readSetting('team-addresses', db)
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1).split(/[>\s]/, 1)[0] ?? ''
  return addresses[team] ?? `${team}@${domain}`
}
