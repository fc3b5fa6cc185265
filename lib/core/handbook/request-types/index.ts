import { dataAccess } from './data-access'
import { dataExport } from './data-export'
import { deceasedDeletion } from './deceased-deletion'
import { enterpriseDeletion } from './enterprise-deletion'
import { forumDeletion } from './forum-deletion'
import { individualDeletion } from './individual-deletion'
import { marketingDeletion } from './marketing-deletion'
import { portalDeletion } from './portal-deletion'
import type { RequestType } from './request-type'

const all: readonly RequestType[] = [
  individualDeletion,
  enterpriseDeletion,
  portalDeletion,
  deceasedDeletion,
  marketingDeletion,
  dataAccess,
  dataExport,
  forumDeletion,
]

export const requestTypes: ReadonlyMap<string, RequestType> = new Map(all.map(type => [type.key, type]))
export const requestTypeKeys = all.map(type => type.key)
