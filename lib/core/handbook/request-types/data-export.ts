import { projectExport } from '../tasks/export'
import { compiling } from './processing-copy'
import type { RequestType } from './request-type'

/** An export of projects, opened by staff from a support ticket; free and paid individuals alike. */
export const dataExport: RequestType = {
  key: 'data-export',
  title: 'Data export',
  publicTitle: 'Export my projects',
  publicSummary: 'We help you to take your projects with you.',
  noun: 'an export of projects',
  destroys: [],
  subjectType: 'individual',
  openedBy: 'staff',
  about: 'me',
  processingAs: compiling,
  action: 'access',
  fields: [
    { key: 'email', required: true },
    { key: 'username', required: true },
    { key: 'name', required: false },
    { key: 'country', required: true },
    { key: 'region', required: false },
    { key: 'details', required: false },
  ],
  clarifies: true,
  looksUp: true,
  rated: true,
  questions: 'high-always',
  deleted: 'goes-on',
  enterpriseBecomes: null,
  individualBecomes: null,
  screens: ['no-living-account', 'not-controller', 'embargo'],
  requirements: ['export-region', 'self-serve', 'verification-questions'],
  subscriptionHold: false,
  tasks: [projectExport],
  mainTask: projectExport,
  notConfirmed: 'unconfirmed',
  guides: ['requirements', 'work-tasks'],
}
