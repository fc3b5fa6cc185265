import { access } from './access'
import { correction } from './correction'
import { customersPortalDeletion } from './customers-portal-deletion'
import { customersPortalSearch } from './customers-portal-search'
import { projectExport } from './export'
import { forumDeletion } from './forum-deletion'
import { gitlabDeletion } from './gitlab-deletion'
import { marketingDeletion } from './marketing-deletion'
import { marketingOptOut } from './marketing-opt-out'
import { objection } from './objection'
import type { TaskPlan } from './plan'
import { usageDataDeletion } from './usage-data-deletion'
import { zendeskCdotDeletion } from './zendesk-cdot-deletion'
import { zendeskDeletion } from './zendesk-deletion'

/** Every task under its key. */
const plans = {
  'gitlab-deletion': gitlabDeletion,
  'zendesk-cdot-deletion': zendeskCdotDeletion,
  'customers-portal-search': customersPortalSearch,
  'customers-portal-deletion': customersPortalDeletion,
  'zendesk-deletion': zendeskDeletion,
  'marketing-deletion': marketingDeletion,
  'usage-data-deletion': usageDataDeletion,
  access,
  export: projectExport,
  'forum-deletion': forumDeletion,
  correction,
  objection,
  'marketing-opt-out': marketingOptOut,
} as const satisfies Readonly<Record<string, TaskPlan>>

export type TaskKey = keyof typeof plans

export const taskPlans: ReadonlyMap<string, TaskPlan> = new Map(Object.entries(plans))

const followUpKeys: ReadonlySet<string> = new Set(
  [...taskPlans.values()].flatMap(({ followUps }) => Object.values(followUps ?? {}).map(({ key }) => key)),
)

/** Opened for a system in which a search found the person. */
export const isFollowUp = ({ key }: { readonly key: string }): boolean => followUpKeys.has(key)

const sheets = [...taskPlans.values()].flatMap(({ blankSheet }) => blankSheet ?? [])
const blankSheets: ReadonlySet<string> = new Set(sheets.flatMap(({ hashes }) => hashes))

/** A sheet as it is given out, with nothing filled in. @param sha256 of its bytes */
export const isBlankSheet = (sha256: string): boolean => blankSheets.has(sha256)

/** The words of a line or a cell, no matter what separates or quotes it. */
const wordsIn = (text: string): string => text.replace(/[\s\uFEFF"',;|]+/g, ' ').trim()
const blankRows = sheets.flatMap(({ rows }) => rows)
const blankLines: ReadonlySet<string> = new Set(blankRows.map(row => wordsIn(row.join(' '))))
const blankCells: ReadonlySet<string> = new Set(blankRows.flat().map(wordsIn))

const saysOnly = (known: ReadonlySet<string>, parts: readonly string[]): boolean => {
  const said = parts.map(wordsIn).filter(Boolean)
  return said.length > 0 && said.every(part => known.has(part))
}

/** No text of a blank sheet is longer than this, in bytes. */
export const LONGEST_BLANK = 16 * 1024

/** The same of the files that spreadsheets make of one. */
export const LONGEST_BLANK_FILE = 256 * 1024

/** Some spreadsheets say in front what they separate by. */
const isSeparator = (line: string) => /^\uFEFF?"?sep=/i.test(line)

/** Whether a text says nothing but lines of a blank sheet, however a program has saved it. */
export const isBlankText = (text: string): boolean =>
  saysOnly(
    blankLines,
    text.split(/\r\n|\r|\n/).filter(line => !isSeparator(line)),
  )

/** The same of everything that is written in the cells of a sheet. */
export const isBlankSheetOf = (cells: readonly string[]): boolean => saysOnly(blankCells, cells)
