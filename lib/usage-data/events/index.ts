import type { EventDefinition } from '../definitions/definition'
import { habeasPageViewed } from './habeas-page-viewed'
import { inviteSent } from './invite-sent'
import { issueCreated } from './issue-created'
import { pagePing } from './page-ping'
import { pageView } from './page-view'
import { pipelineStarted } from './pipeline-started'
import { requestsClosed } from './requests-closed'
import { requestsClosedLate } from './requests-closed-late'
import { requestsSubmitted } from './requests-submitted'
import { tasksResolved } from './tasks-resolved'

/** Every event that may be collected. What isn't here is refused. */
export const events: readonly EventDefinition[] = [
  pageView,
  pagePing,
  issueCreated,
  pipelineStarted,
  inviteSent,
  habeasPageViewed,
  requestsSubmitted,
  requestsClosed,
  requestsClosedLate,
  tasksResolved,
]
