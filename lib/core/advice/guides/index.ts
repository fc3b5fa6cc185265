import type { GuideKey, RequestType } from '../../handbook/request-types/request-type'
import { blockedByOwnDeletion, questionGuides, reviewGuides, searchEarly, workTasks } from './account-guides'
import { appealed } from './appealed'
import { authorityGuides } from './authority-guides'
import { duplicate } from './duplicate'
import { escalated } from './escalated'
import { exceptionBlocks } from './exception-blocks'
import { exportGuides } from './export-guides'
import { failedChecks } from './failed-checks'
import type { Guide } from './guide'
import { held } from './held'
import { lateReply, replyAfterTheEnd } from './late-reply'
import { ownerGuides } from './owner-guides'
import { privacyDecides } from './privacy-decides'
import { troubledMail } from './troubled-mail'
import { unconfirmed } from './unconfirmed'

/** What can happen to a request of any type, most pressing first. */
const commonGuides: readonly Guide[] = [
  troubledMail,
  lateReply,
  replyAfterTheEnd,
  failedChecks,
  escalated,
  appealed,
  duplicate,
  ...privacyDecides,
  held,
  exceptionBlocks,
  unconfirmed,
]

const ownGuides: Readonly<Record<GuideKey, readonly Guide[]>> = {
  authority: authorityGuides,
  'owner-permission': ownerGuides,
  export: exportGuides,
  'blocked-by-own-deletion': [blockedByOwnDeletion],
  questions: questionGuides,
  'security-review': reviewGuides,
  'work-tasks': [workTasks],
  'search-early': [searchEarly],
}

/** Every guide that may fit a request of this type, the most pressing first; of an unknown type, the common ones. */
export const guidesFor = (type: RequestType | undefined): readonly Guide[] => [
  ...commonGuides,
  ...(type?.guides ?? []).flatMap(key => ownGuides[key]),
]
