import { isWithThem } from '../../derived/question-mail'
import { authorityOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { rejectAuthority } from './authority'
import type { Requirement } from './requirement'

/** Privacy wants the person to confirm it, and they haven't yet. */
export const awaitsSubject = (request: PrivacyRequest): boolean => {
  const authority = authorityOf(request)
  return authority?.result === 'valid' && authority.confirmationAskedAt !== null && !authority.confirmedAt
}

const isMailed = (request: PrivacyRequest): boolean => {
  const asked = authorityOf(request)?.confirmationAskedAt
  return request.messages.some(({ key, at }) => key === 'subject-confirmation' && asked && at >= asked)
}

/** The person, who is alive, confirms from their own mailbox that somebody may act for them; only where Privacy asks for it. */
export const subjectConfirmation: Requirement = {
  key: 'subject-confirmation',
  title: 'The person’s own confirmation',
  settledBy: ['confirm-authority'],
  windows: [
    {
      reason: 'subject-confirmation',
      awaits: awaitsSubject,
      lapse: draft => rejectAuthority(draft, 'The person did not confirm it in 14 days'),
    },
  ],
  stage: {
    before: 'The person confirms that you may act for them',
    after: 'The person confirmed that you may act for them',
    isPart: request => request !== null && Boolean(authorityOf(request)?.confirmationAskedAt),
  },
  says: ['subject-confirmation', 'authority-not-established'],
  isOpen: awaitsSubject,
  waitingOn: request => (isWithThem(request, 'subject-confirmation') ? 'requester' : 'privacy'),
  start: draft => {
    if (!isMailed(draft.next)) draft.sendMessage('subject-confirmation', { to: 'subject', bySystem: true })
  },
  provesIdentity: true,
}
