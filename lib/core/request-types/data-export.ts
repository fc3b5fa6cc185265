import { exportRegion } from '../requirements/export-region'
import { selfServe } from '../requirements/self-serve'
import { verificationQuestions } from '../requirements/verification-questions'
import { embargo } from '../screens/embargo'
import { noLivingAccount } from '../screens/no-account'
import { notController } from '../screens/not-controller'
import { projectExport } from '../tasks/export'
import { exportGuides } from './export-guides'
import { questionGuides, workTasks } from './individual-guides'
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
  processingAs: 'Compiling',
  action: 'access',
  fields: [
    { key: 'email', required: true },
    { key: 'username', required: true },
    { key: 'name', required: false },
    { key: 'country', required: true },
    { key: 'region', required: false },
    { key: 'details', required: false },
  ],
  looksUp: true,
  rated: true,
  questions: 'high-always',
  deleted: 'goes-on',
  enterpriseBecomes: null,
  individualBecomes: null,
  screens: [noLivingAccount, notController, embargo],
  requirements: [exportRegion, selfServe, verificationQuestions],
  subscriptionHold: false,
  tasks: [projectExport],
  mainTask: projectExport.key,
  notConfirmed: 'unconfirmed',
  guides: [...exportGuides, ...questionGuides, workTasks],
}
