import { access } from './access'
import { customersPortalDeletion } from './customers-portal-deletion'
import { customersPortalSearch } from './customers-portal-search'
import { projectExport } from './export'
import { forumDeletion } from './forum-deletion'
import { gitlabDeletion } from './gitlab-deletion'
import { marketingDeletion } from './marketing-deletion'
import type { TaskPlan } from './plan'
import { usageDataDeletion } from './usage-data-deletion'
import { zendeskCdotDeletion } from './zendesk-cdot-deletion'
import { zendeskDeletion } from './zendesk-deletion'

const all: readonly TaskPlan[] = [
  gitlabDeletion,
  zendeskCdotDeletion,
  customersPortalSearch,
  customersPortalDeletion,
  zendeskDeletion,
  marketingDeletion,
  usageDataDeletion,
  access,
  projectExport,
  forumDeletion,
]

export const taskPlans: ReadonlyMap<string, TaskPlan> = new Map(all.map(plan => [plan.key, plan]))
