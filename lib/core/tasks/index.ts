import { customersPortalDeletion } from './customers-portal-deletion'
import { gitlabDeletion } from './gitlab-deletion'
import { marketingDeletion } from './marketing-deletion'
import type { TaskPlan } from './plan'
import { zendeskCdotDeletion } from './zendesk-cdot-deletion'
import { zendeskDeletion } from './zendesk-deletion'

const all: readonly TaskPlan[] = [
  gitlabDeletion,
  zendeskCdotDeletion,
  customersPortalDeletion,
  zendeskDeletion,
  marketingDeletion,
]

export const taskPlans: ReadonlyMap<string, TaskPlan> = new Map(all.map(plan => [plan.key, plan]))
