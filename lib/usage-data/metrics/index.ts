import type { MetricDefinition } from '../definitions/definition'
import { activeUserCount } from './active-user-count'
import { edition } from './edition'
import { habeasPageViews } from './habeas-page-views'
import { installationType } from './installation-type'
import { issuesCreated } from './issues-created'
import { medianDays } from './median-days'
import { offChannel } from './off-channel'
import { pageViewUsers } from './page-view-users'
import { requests } from './requests'
import { requestsAccess } from './requests-access'
import { requestsAnswered } from './requests-answered'
import { requestsClosed } from './requests-closed'
import { requestsConfirmed } from './requests-confirmed'
import { requestsDeletion } from './requests-deletion'
import { requestsExport } from './requests-export'
import { requestsFulfilled } from './requests-fulfilled'
import { requestsInTime } from './requests-in-time'
import { requestsNoAccount } from './requests-no-account'
import { requestsNotVerified } from './requests-not-verified'
import { requestsOpen } from './requests-open'
import { requestsOverdue } from './requests-overdue'
import { requestsUnconfirmed } from './requests-unconfirmed'
import { tasksDone } from './tasks-done'
import { tasksDoneConsoleEngineer } from './tasks-done-console-engineer'
import { tasksDoneForumAdmin } from './tasks-done-forum-admin'
import { tasksDonePrivacy } from './tasks-done-privacy'
import { tasksDoneSupportEngineer } from './tasks-done-support-engineer'
import { tasksDoneSupportReadiness } from './tasks-done-support-readiness'
import { tasksDoneSystem } from './tasks-done-system'
import { version } from './version'

/** Every figure of the Service Ping, in the order of its document. */
export const metrics: readonly MetricDefinition[] = [
  edition,
  version,
  installationType,
  activeUserCount,
  requests,
  requestsConfirmed,
  requestsClosed,
  requestsFulfilled,
  requestsAnswered,
  requestsInTime,
  requestsNoAccount,
  requestsNotVerified,
  requestsUnconfirmed,
  requestsDeletion,
  requestsAccess,
  requestsExport,
  requestsOpen,
  requestsOverdue,
  medianDays,
  offChannel,
  tasksDone,
  tasksDoneSupportEngineer,
  tasksDoneSupportReadiness,
  tasksDoneConsoleEngineer,
  tasksDoneForumAdmin,
  tasksDonePrivacy,
  tasksDoneSystem,
  habeasPageViews,
  pageViewUsers,
  issuesCreated,
]
