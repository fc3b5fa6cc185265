import type { ConnectedSystem } from './connected'
import type { StepAct } from './names'

/** What the button of an act says, before the systems that do it. */
const labels: Readonly<Record<StepAct, string>> = {
  'delete-sole-groups': 'Delete the groups',
  'delete-account': 'Delete the user and their contributions',
  'verify-account-gone': 'Wait until the user is gone',
  'list-exportable': 'List what may be exported',
  'export-projects': 'Export the projects',
  'check-organisation': 'Look the organisation up',
  'close-tickets': 'Close the tickets',
  'delete-support-user': 'Delete the user for good',
  'verify-support-user-gone': 'Wait until the user is gone',
  'find-customer': 'Find the person',
  'delete-customer': 'Delete the person’s data',
  'verify-customer-gone': 'Look whether the person is gone',
  'erase-marketing': 'Erase the person’s data',
  'match-forum-user': 'Compare the addresses',
  'delete-forum-user': 'Delete the user and their posts',
  'report-forum-deletion': 'Say what was deleted',
  'store-deletion-list': 'Store the newest version',
}

/** `Delete the user for good in Zendesk`, with every system that does it. */
export const actLabel = (act: StepAct, doers: readonly ConnectedSystem[]): string =>
  `${labels[act]} in ${doers.map(({ name }) => name).join(' and ')}`
