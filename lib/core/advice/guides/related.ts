import { deletedMeanwhile, destroys, handsOver, waitsFor } from '../../derived/tasks/waits-for'
import { requestTypes } from '../../handbook/request-types/index'
import { openEscalation } from '../../request/current'
import { openOfOthers, openRelated } from '../../request/related'
import type { PrivacyRequest } from '../../request/request'
import type { Guide } from './guide'

const named = ({ type, reference }: { type: string; reference: string }) =>
  `${requestTypes.get(type)?.title ?? type}, ${reference}`

/** A deletion before whose first destructive step an access or export of the same account is still open. */
export const waitsForAccess: Guide = {
  when: request => request.state === 'processing' && waitsFor(request) !== undefined,
  say: request => {
    const other = waitsFor(request)
    return `The deletion waits: ${other ? named(other) : 'another request'} is open for the same account. Hand that over first, or say why not.`
  },
  why: 'Requests that bear on each other: what a deletion destroys can’t be shown to the person any more.',
  steps: () => [{ command: 'proceed-despite', label: 'Go ahead all the same' }],
}

const waitingDeletion = (request: PrivacyRequest) =>
  handsOver(request.type) ? openRelated(request).find(({ type }) => destroys(type)) : undefined

/** An access or export that a deletion of the same account waits for. */
export const waitedFor: Guide = {
  when: request =>
    (request.state === 'verifying' || request.state === 'processing') &&
    waitingDeletion(request) !== undefined,
  say: request => {
    const other = waitingDeletion(request)
    return `${other ? named(other) : 'A deletion'}, is open for the same account. It waits until this is handed over.`
  },
  why: 'Requests that bear on each other: what a deletion destroys can’t be shown to the person any more.',
  steps: () => [],
}

const corrects = (type: string): boolean => requestTypes.get(type)?.action === 'rectification'

/** A correction beside a deletion of the same account, or the other way round. */
function correctedBeside({ type, related }: PrivacyRequest) {
  const open = openRelated({ related })
  if (destroys(type)) return open.find(other => corrects(other.type))
  return corrects(type) ? open.find(other => destroys(other.type)) : undefined
}

/** Neither waits for the other, but both are known where either is worked. */
export const correctionBeside: Guide = {
  when: request =>
    (request.state === 'verifying' || request.state === 'processing') &&
    correctedBeside(request) !== undefined,
  say: request => {
    const other = correctedBeside(request)
    return `${other ? named(other) : 'Another request'}, is open for the same account. What is deleted can’t be corrected any more.`
  },
  why: 'Requests that bear on each other: open ones about the same account are named on each.',
  steps: () => [],
}

/** An access or export whose account was deleted while it was open. */
export const accountGone: Guide = {
  when: request => request.state === 'processing' && deletedMeanwhile(request) !== undefined,
  say: request =>
    `${deletedMeanwhile(request)?.reference ?? 'Another request'} deleted this account meanwhile. Say so to the person; “Not Found” would say that nothing was ever held.`,
  why: 'Requests that bear on each other: what was deleted can’t be handed over any more.',
  steps: () => [],
}

/** Privacy was asked about the request after the other one had come; an older question was about something else. */
const askedSince = ({ escalations }: PrivacyRequest, { receivedAt }: { receivedAt: Date }): boolean =>
  escalations.some(({ askedAt }) => askedAt >= receivedAt)

/** Somebody else asks about the same account. */
export const askedByOthers: Guide = {
  when: request =>
    (request.state === 'verifying' || request.state === 'processing') &&
    !openEscalation(request) &&
    openOfOthers(request).some(other => !askedSince(request, other)),
  say: request => {
    const other = openOfOthers(request).find(other => !askedSince(request, other))
    return `Somebody else asks about the same account: ${other ? named(other) : 'another request'}. Privacy looks at both; neither closes the other.`
  },
  why: 'Duplicates: only a request of the same person is a duplicate. Tell nobody the reference of somebody else’s request.',
  steps: () => [{ command: 'escalate', label: 'Ask Privacy' }],
}
