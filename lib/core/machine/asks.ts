import { repliedTo } from '../derived/question-mail'
import { openWindow, permissionOf, verificationOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import type { WindowReason } from '../request/response-window'
import { authority, awaitsDocuments } from './requirements/authority'
import { currentRequirement } from './requirements/index'
import { ownerPermission } from './requirements/owner-permission'
import { instructionsSent, selfServe } from './requirements/self-serve'

/** What the person can be asked for on their own page, and the window in which they can answer. */
const windowOf = {
  questions: 'verification',
  'owner-contact': 'owner-consent',
  help: 'self-serve',
  documents: 'documents',
} as const satisfies Record<string, WindowReason>
export type AskKind = keyof typeof windowOf
const askKinds = ['questions', 'owner-contact', 'help', 'documents'] as const

export interface Ask {
  kind: AskKind
  /** The end of the window; null until the mail that asked has reached the mail server. */
  until: Date | null
  /** They wrote in words of their own; they may still answer here, but it is our turn. */
  replied: boolean
}

const isAsked: Readonly<Record<AskKind, (request: PrivacyRequest) => boolean>> = {
  questions: request => {
    const verification = verificationOf(request)
    return verification !== null && !verification.answeredAt && !verification.result
  },
  'owner-contact': request =>
    currentRequirement(request) === ownerPermission && permissionOf(request)?.consent === null,
  help: request => currentRequirement(request) === selfServe && instructionsSent(request),
  documents: request => currentRequirement(request) === authority && awaitsDocuments(request),
}

/** True where exactly this waits for the person's answer. */
export const asks = (request: PrivacyRequest, kind: AskKind): boolean =>
  request.state === 'verifying' && isAsked[kind](request)

/** Everything that waits for the person's answer now; the page of the request shows a form for each. */
export const asksOf = (request: PrivacyRequest): Ask[] =>
  askKinds
    .filter(kind => asks(request, kind))
    .map(kind => ({
      kind,
      until: openWindow(request, windowOf[kind])?.endsAt ?? null,
      replied: repliedTo(request, windowOf[kind]),
    }))
