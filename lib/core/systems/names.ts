/** What a connected system is for the handbook: the product with the accounts, the support desk, and so on. */
export const systemRoles = [
  'account',
  'support-desk',
  'customers-portal',
  'marketing',
  'forum',
  'channel',
  'data-platform',
] as const
export type SystemRole = (typeof systemRoles)[number]

/** What a connected system can do, as admins and the API are told. */
export const abilities = ['find', 'erase', 'export', 'issue', 'notify', 'store', 'ticket'] as const
export type Ability = (typeof abilities)[number]

/** What a connected system can do in place of a person's step. A step of a task names one of these. */
export const stepActs = [
  'delete-sole-groups',
  'delete-account',
  'verify-account-gone',
  'list-exportable',
  'export-projects',
  'check-organisation',
  'close-tickets',
  'delete-support-user',
  'verify-support-user-gone',
  'find-customer',
  'delete-customer',
  'verify-customer-gone',
  'erase-marketing',
  'match-forum-user',
  'delete-forum-user',
  'report-forum-deletion',
  'store-deletion-list',
] as const
export type StepAct = (typeof stepActs)[number]

/** Short names that admins give their systems: `gitlab`, `gitlab-eu`. */
export const SYSTEM_KEY = /^[a-z][a-z0-9-]{0,38}[a-z0-9]$/
