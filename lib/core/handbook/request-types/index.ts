import { dataAccess } from './data-access'
import { dataExport } from './data-export'
import { deceasedDeletion } from './deceased-deletion'
import { enterpriseDeletion } from './enterprise-deletion'
import { forumDeletion } from './forum-deletion'
import { individualDeletion } from './individual-deletion'
import { marketingDeletion } from './marketing-deletion'
import { marketingOptOut } from './marketing-opt-out'
import { objection } from './objection'
import { portalDeletion } from './portal-deletion'
import { rectification } from './rectification'
import type { RequestType } from './request-type'

/** Every type under its key, in the order in which the form offers them. */
const types = {
  'individual-deletion': individualDeletion,
  'enterprise-deletion': enterpriseDeletion,
  'portal-deletion': portalDeletion,
  'deceased-deletion': deceasedDeletion,
  'marketing-deletion': marketingDeletion,
  'data-access': dataAccess,
  rectification,
  objection,
  'marketing-opt-out': marketingOptOut,
  'data-export': dataExport,
  'forum-deletion': forumDeletion,
} as const satisfies Readonly<Record<string, RequestType>>

export type RequestTypeKey = keyof typeof types

export const requestTypes: ReadonlyMap<string, RequestType> = new Map(Object.entries(types))
export const requestTypeKeys: readonly string[] = Object.keys(types)
