import type { ConnectedSystem } from '@/lib/core/systems/connected'
import { stepActs } from '@/lib/core/systems/names'

const system = (
  key: string,
  name: string,
  role: ConnectedSystem['role'],
  abilities: ConnectedSystem['abilities'],
): ConnectedSystem => ({ key, kind: key, name, role, abilities, acts: stepActs })

/** The system with the accounts, as it answers the checks in its stories: `story.source = gitlab.key`. */
export const gitlab = system('gitlab', 'GitLab', 'account', ['find', 'erase', 'export', 'issue'])
export const zendesk = system('zendesk', 'Zendesk', 'support-desk', ['find', 'erase', 'ticket'])
export const portal = system('customers-portal', 'Customers Portal', 'customers-portal', ['find', 'erase'])
export const forum = system('discourse', 'Forum', 'forum', ['find', 'erase'])
export const platform = system('data-platform', 'Data platform', 'data-platform', ['store'])
export const marketing = system('marketing', 'Marketing', 'marketing', ['find', 'erase'])

/** An organisation that has connected everything. */
export const allConnected: readonly ConnectedSystem[] = [gitlab, zendesk, portal, forum, platform, marketing]
