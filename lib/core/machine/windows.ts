import { repliedTo } from '../derived/question-mail'
import { typeOf } from '../handbook/request-types/of'
import { authorityOf, permissionOf, verificationOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import type { WindowReason } from '../request/response-window'
import type { Draft } from './draft'
import { endAsException } from './flow'
import { authority } from './requirements/authority'
import { currentRequirement } from './requirements/index'
import { ownerPermission } from './requirements/owner-permission'
import type { Requirement } from './requirements/requirement'
import { selfServe } from './requirements/self-serve'
import { verificationQuestions } from './requirements/verification-questions'

/** A response window: when a message may open it, and what the system does when it has run out. */
interface WindowRule {
  isAwaited(request: PrivacyRequest): boolean
  lapse(draft: Draft): Draft
}

/** What was asked is still what has to be settled: a mail that is accepted late, or after a retype, opens no window. */
const isNow = (request: PrivacyRequest, requirement: Requirement): boolean =>
  request.state === 'verifying' && currentRequirement(request) === requirement

const silent = { closed_because: 'We did not hear from you in time.' }

export const windowRules: Readonly<Record<WindowReason, WindowRule>> = {
  confirmation: {
    isAwaited: request => request.state === 'submitted',
    lapse: draft => {
      const { notConfirmed } = typeOf(draft.next)
      if (notConfirmed === 'no-response') draft.say('request-closed', { variables: silent, bySystem: true })
      return draft.close(notConfirmed).effect({ kind: 'revoke-links' })
    },
  },
  verification: {
    isAwaited: request => {
      const verification = verificationOf(request)
      return (
        isNow(request, verificationQuestions) &&
        !repliedTo(request, 'verification') &&
        verification !== null &&
        !verification.answeredAt &&
        !verification.result
      )
    },
    lapse: draft => failVerification(draft, 'The user failed to respond to verification'),
  },
  'owner-consent': {
    isAwaited: request =>
      isNow(request, ownerPermission) &&
      !repliedTo(request, 'owner-consent') &&
      permissionOf(request)?.consent === null,
    lapse: draft => refusePermission(draft, 'The user did not say whether their administrator may be asked'),
  },
  'owner-decision': {
    isAwaited: request => isNow(request, ownerPermission) && permissionOf(request)?.granted === null,
    lapse: draft =>
      refusePermission(
        draft,
        `No decision of the owner in 10 days: ${permissionOf(draft.next)?.contactTicket ?? ''}`,
      ),
  },
  documents: {
    isAwaited: request =>
      isNow(request, authority) && !repliedTo(request, 'documents') && authorityOf(request)?.result === null,
    lapse: draft => rejectAuthority(draft, 'The documents did not come in 30 days'),
  },
  'self-serve': {
    isAwaited: request => isNow(request, selfServe) && !repliedTo(request, 'self-serve'),
    lapse: draft =>
      endAsException(
        draft.note('No answer to the self-serve instructions in 7 days'),
        'The user did not ask for help in 7 days',
        {
          message: 'request-closed',
          outcome: 'no-response',
          variables: silent,
        },
      ),
  },
}

interface Edited {
  subject?: string | undefined
  body?: string | undefined
}

/** Wrong answers, or none that will come. The note is never part of the message. */
export function failVerification(draft: Draft, note: string, edited?: Edited): Draft {
  const { context, next } = draft
  const verification = verificationOf(next)
  const judgedById = context.actor.kind === 'staff' ? context.actor.id : null
  const failed = { result: 'failed' as const, judgedAt: context.now, judgedById }
  draft.set({
    verifications: next.verifications.map(existing =>
      existing.id === verification?.id ? { ...existing, ...failed } : existing,
    ),
  })
  draft.fact({ verification: 'failed' })
  return endAsException(draft, note, { message: 'failed-verification', outcome: 'not-verified', edited })
}

/** Silence, a no, or a refusal of the organisation's owner: the same end. */
export const refusePermission = (draft: Draft, note: string, edited?: Edited): Draft =>
  endAsException(draft, note, {
    message: 'no-enterprise-admin-permission-deletion',
    outcome: 'no-permission',
    edited,
  })

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
    .say('authority-not-established', { edited })
    .close('no-authority')
}
