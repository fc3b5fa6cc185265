import { isWithThem } from '../../derived/question-mail'
import { permissionOf } from '../../request/current'
import type { Draft } from '../draft'
import { type Edited, endAsException } from '../end-as-exception'
import type { Requirement } from './requirement'

/** The organisation is the controller: its owner's permission decides, and nobody asks them against the person's will. */
export const ownerPermission: Requirement = {
  key: 'owner-permission',
  title: 'The owner’s permission',
  settledBy: ['answer-owner-contact', 'request-owner-contact', 'record-owner-decision'],
  windows: [
    {
      reason: 'owner-consent',
      awaits: request => permissionOf(request)?.consent === null,
      lapse: draft =>
        refusePermission(draft, 'The user did not say whether their administrator may be asked'),
    },
    {
      reason: 'owner-decision',
      awaits: request => permissionOf(request)?.granted === null,
      lapse: draft =>
        refusePermission(
          draft,
          `No decision of the owner in 10 days: ${permissionOf(draft.next)?.contactTicket ?? ''}`,
        ),
    },
  ],
  ask: {
    kind: 'owner-contact',
    window: 'owner-consent',
    isAsked: request => permissionOf(request)?.consent === null,
  },
  stage: {
    before: 'The organisation decides',
    after: 'The organisation has agreed',
    detail: 'We ask its owner only if you say yes.',
  },
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
    draft.sendMessage('enterprise-user', { bySystem: true })
  },
}

/** Silence, a no, or a refusal of the organisation's owner: the same end. */
export const refusePermission = (draft: Draft, note: string, edited?: Edited): Draft =>
  endAsException(draft, note, {
    message: 'no-enterprise-admin-permission-deletion',
    outcome: 'no-permission',
    edited,
  })
