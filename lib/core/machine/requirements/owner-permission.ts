import { isWithThem } from '../../derived/question-mail'
import { permissionOf } from '../../request/current'
import type { Requirement } from './requirement'

/** The organisation is the controller: its owner's permission decides, and nobody asks them against the person's will. */
export const ownerPermission: Requirement = {
  key: 'owner-permission',
  title: 'The owner’s permission',
  settledBy: ['answer-owner-contact', 'request-owner-contact', 'record-owner-decision'],
  windows: ['owner-consent', 'owner-decision'],
  says: ['enterprise-user', 'no-enterprise-admin-permission-deletion'],
  isOpen: request => permissionOf(request)?.granted !== true && !request.handled,
  waitingOn: request => {
    const permission = permissionOf(request)
    if (!permission?.consent) return isWithThem(request, 'owner-consent') ? 'requester' : 'support'
    return permission.contactedAt ? 'team' : 'support'
  },
  start: draft => {
    if (permissionOf(draft.next)) return
    const { newId, now } = draft.context
    const asked = {
      id: newId(),
      round: draft.next.round,
      askedAt: now,
      consent: null,
      consentAt: null,
      contactTicket: null,
      contactedAt: null,
      granted: null,
      decisionTicket: null,
      decidedAt: null,
      decidedById: null,
    }
    draft.set({ ownerPermissions: [...draft.next.ownerPermissions, asked] })
    draft.say('enterprise-user', { bySystem: true })
  },
  provesIdentity: true,
}
