import type { CheckFacts } from '../../account/checks'
import type { MessageKey } from '../../handbook/messages/index'
import type { Outcome } from '../../request/request'
import type { Draft } from '../draft'

/** What ends a request as soon as the checks have answered. */
export interface Screen {
  /** Its name in the audit log. */
  key: string
  title: string
  /** How it ends, and the message that says so. */
  outcome: Outcome
  says: MessageKey
  fits(draft: Draft, facts: CheckFacts): boolean
  end(draft: Draft): Draft
}
