import { appealed } from './appealed'
import { duplicate } from './duplicate'
import { escalated } from './escalated'
import { exceptionBlocks } from './exception-blocks'
import { failedChecks } from './failed-checks'
import type { Guide } from './guide'
import { held } from './held'
import { lateReply, replyAfterTheEnd } from './late-reply'
import { privacyDecides } from './privacy-decides'
import { troubledMail } from './troubled-mail'
import { unconfirmed } from './unconfirmed'

/** What can happen to a request of any type, most pressing first. */
export const commonGuides: readonly Guide[] = [
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
