/** Pages of the organisation that the steps of tasks lead to. Each address is a setting; none of them names a person. */
export const workLinks = {
  'admin-area': 'Admin area',
  zendesk: 'Zendesk',
  'customers-portal': 'Customers Portal',
  'deleting-data-runbook': 'Runbook “Deleting Data”',
  'gdpr-folder': 'GDPR folder',
  'export-troubleshooting': 'Export troubleshooting',
  forum: 'Forum',
} as const

export type WorkLinkKey = keyof typeof workLinks

export const workLinkKeys: readonly WorkLinkKey[] = [
  'admin-area',
  'zendesk',
  'customers-portal',
  'deleting-data-runbook',
  'gdpr-folder',
  'export-troubleshooting',
  'forum',
]

/** The addresses that the organisation has set. */
export type WorkLinks = Partial<Record<WorkLinkKey, string>>
