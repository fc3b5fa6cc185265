import { actsForLiving } from '../../derived/acting'
import { isWithThem } from '../../derived/question-mail'
import { authorityOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Draft } from '../draft'
import type { Edited } from '../end-as-exception'
import type { Requirement } from './requirement'

/** Privacy has asked for documents, and the requester has not yet said that they are there. */
export function awaitsDocuments(request: PrivacyRequest): boolean {
  const open = authorityOf(request)
  if (request.state !== 'verifying' || open?.result !== null || !open.documentsAskedAt) return false
  return !open.documentsGivenAt || open.documentsGivenAt < open.documentsAskedAt
}

/** On hold until Privacy has validated the authority to act for somebody else, dead or alive. */
export const authority: Requirement = {
  key: 'authority',
  title: 'Authority',
  settledBy: ['validate-authority', 'provide-documents', 'remind-privacy', 'object'],
  windows: [
    {
      reason: 'documents',
      awaits: request => authorityOf(request)?.result === null,
      lapse: draft => rejectAuthority(draft, 'The documents did not come in 30 days'),
    },
  ],
  ask: { kind: 'documents', window: 'documents', isAsked: request => awaitsDocuments(request) },
  stage: {
    before: 'Our privacy team reads the documents',
    after: 'Our privacy team has read the documents',
  },
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
      confirmationAskedAt: null,
      confirmedAt: null,
    }
    draft.set({ authorities: [...draft.next.authorities, opened] })
    draft.hold('authority').notifyTeam('privacy', 'privacy-notice', { reason: 'authority-to-validate' })
    if (draft.next.accountId || actsForLiving(draft.next)) draft.effect({ kind: 'warn-account' })
  },
  provesIdentity: true,
}

/** The authority was not shown. */
export function rejectAuthority(draft: Draft, note: string, edited?: Edited): Draft {
  const { now, actor } = draft.context
  const open = authorityOf(draft.next)
  const decided = {
    result: 'rejected' as const,
    decidedAt: now,
    decidedById: actor.kind === 'staff' ? actor.id : null,
  }
  draft.set({
    authorities: draft.next.authorities.map(authority =>
      authority.id === open?.id ? { ...authority, ...decided } : authority,
    ),
  })
  return draft
    .note(note)
    .fact({ authority: 'rejected' })
    .sendMessage('authority-not-established', { edited })
    .close('no-authority')
}
