import { possibleRequirements } from '../../derived/acting'
import type { GuideKey, RequestType, RequirementKey } from '../../handbook/request-types/request-type'
import {
  blockedByOwnDeletion,
  questionGuides,
  reviewGuides,
  searchEarly,
  systemsWork,
  workTasks,
} from './account-guides'
import { answered, returned } from './answered'
import { appealed, complained } from './appealed'
import { authorityGuides, subjectGuides } from './authority-guides'
import { clarifying, clarifyingStill, unclarified, unclarifiedStill } from './clarifying'
import { duplicate } from './duplicate'
import { escalated } from './escalated'
import { exceptionBlocks } from './exception-blocks'
import { regionGuides, selfServeGuides } from './export-guides'
import { failedChecks } from './failed-checks'
import type { Guide } from './guide'
import { held } from './held'
import { lateReply, repliedInTime, replyAfterTheEnd } from './late-reply'
import { instructedLater, ownerGuides } from './owner-guides'
import { placeKnown } from './place-known'
import { privacyDecides } from './privacy-decides'
import { accountGone, askedByOthers, correctionBeside, waitedFor, waitsForAccess } from './related'
import { troubledMail } from './troubled-mail'
import { unconfirmed } from './unconfirmed'
import { askedTooLate, askedToStop, unread } from './unread'

/** What can happen to a request of any type, most pressing first. */
const commonGuides: readonly Guide[] = [
  troubledMail,
  askedToStop,
  askedTooLate,
  unread,
  repliedInTime,
  lateReply,
  replyAfterTheEnd,
  failedChecks,
  escalated,
  answered,
  returned,
  appealed,
  duplicate,
  askedByOthers,
  ...privacyDecides,
  held,
  exceptionBlocks,
  waitsForAccess,
  accountGone,
  unconfirmed,
  clarifying,
  unclarified,
]

/** What each requirement calls for while it is the one that counts. */
const requirementGuides: Readonly<Record<RequirementKey, readonly Guide[]>> = {
  'verification-questions': questionGuides,
  'owner-permission': ownerGuides,
  'security-review': reviewGuides,
  'export-region': regionGuides,
  'self-serve': selfServeGuides,
  authority: authorityGuides,
  'subject-confirmation': subjectGuides,
}

const ownGuides: Readonly<Record<Exclude<GuideKey, 'requirements'>, readonly Guide[]>> = {
  'blocked-by-own-deletion': [blockedByOwnDeletion],
  'work-tasks': [systemsWork, workTasks],
  'search-early': [searchEarly],
}

/** The requirements come first where the type says no other place: where somebody acts for the person, every type has some. */
const guideKeysOf = (type: RequestType | undefined): readonly GuideKey[] => {
  const keys = type?.guides ?? []
  return keys.includes('requirements') ? keys : ['requirements', ...keys]
}

/** Every guide that may fit a request of this type, the most pressing first; of an unknown type, the common ones. */
export const guidesFor = (type: RequestType | undefined): readonly Guide[] => [
  ...commonGuides,
  ...guideKeysOf(type).flatMap(key =>
    key === 'requirements'
      ? (type ? possibleRequirements(type) : []).flatMap(requirement => requirementGuides[requirement])
      : ownGuides[key],
  ),
  instructedLater,
  placeKnown,
  waitedFor,
  correctionBeside,
  clarifyingStill,
  unclarifiedStill,
  complained,
]
