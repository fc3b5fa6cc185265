import { isWithThem } from '../../derived/question-mail'
import { authorityOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Requirement } from './requirement'

/** Privacy has asked for documents, and the requester has not yet said that they are there. */
export function awaitsDocuments(request: PrivacyRequest): boolean {
  const open = authorityOf(request)
  if (request.state !== 'verifying' || open?.result !== null || !open.documentsAskedAt) return false
  return !open.documentsGivenAt || open.documentsGivenAt < open.documentsAskedAt
}

/** On hold until Privacy has validated the authority of whoever asks for somebody who has died. */
export const authority: Requirement = {
  key: 'authority',
  title: 'Authority',
  settledBy: ['validate-authority', 'provide-documents', 'remind-privacy', 'object'],
  windows: ['documents'],
  says: ['security-notice', 'documents-needed', 'authority-not-established'],
  isOpen: request => authorityOf(request)?.result !== 'valid',
  waitingOn: request =>
    awaitsDocuments(request) && isWithThem(request, 'documents') ? 'requester' : 'privacy',
  start: draft => {
    if (authorityOf(draft.next)) return
    const { newId, now } = draft.context
    const opened = {
      id: newId(),
      round: draft.next.round,
      openedAt: now,
      documentsAskedAt: null,
      documentsGivenAt: null,
      result: null,
      decidedAt: null,
      decidedById: null,
      reminders: 0,
    }
    draft.set({ authorities: [...draft.next.authorities, opened] })
    draft.hold('authority').tell('privacy', 'privacy-notice', { reason: 'authority-to-validate' })
    if (draft.next.accountId) draft.effect({ kind: 'warn-account' })
  },
  provesIdentity: true,
}
