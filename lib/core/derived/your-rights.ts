import type { Law } from '../deadlines/law'
import { standsIn } from '../deadlines/law-basis'
import { spanWords } from '../deadlines/law-labels'
import { secondLook } from '../deadlines/remedies'
import { declinesBy } from '../handbook/outcomes'
import { requestTypes } from '../handbook/request-types/index'
import type { PrivacyRequest } from '../request/request'
import { asksForAnother } from './acting'

/** Whether the way in which a closed request ended declines what was asked, or a part of it. */
export function declines(request: PrivacyRequest): boolean {
  if (!request.outcome) return false
  const how = declinesBy[request.outcome]
  return how === 'always' || (how === 'in-part' && leftSomethingUndone(request))
}

/** Work that its end has cancelled, or that ended as an exception. A search that found one system of two is no work undone. */
const leftSomethingUndone = ({ tasks, closedAt }: PrivacyRequest): boolean =>
  tasks.some(({ state, resolution, found, resolvedAt }) =>
    state === 'cancelled'
      ? Number(resolvedAt) === Number(closedAt)
      : resolution === 'exception' && found === null,
  )

interface Under {
  /** The law that the request was answered under. */
  law: Law
  /** Who hears complaints after us, as the end of “you can complain to …”. */
  authority: string
  /** When the answer goes out. */
  at: Date
  timeZone: string
}

/** @param ofAnother who asks is not the account's owner, and may not be able to know what only the owner knows */
const unauthenticated = (ofAnother: boolean): string =>
  [
    'We could not authenticate this request: we could not confirm who sent it.',
    ofAnother
      ? 'It would help to have your answers to our questions as far as you can know them, or more documents.'
      : 'It would help to have your answers to our questions, or other details that only the account’s owner knows.',
    'You can send them on the page of your request.',
  ].join(' ')

/**
 * What the law makes us say whenever we decline, paragraph by paragraph: how to appeal or complain to us, by when we decide,
 * who can look at it after us, and a court only where the law gives one. A request that could not be verified also says so,
 * with what would help.
 */
export function yourRights(
  {
    outcome,
    confirmedAt,
    lawBasis,
    ...asked
  }: Pick<PrivacyRequest, 'outcome' | 'confirmedAt' | 'lawBasis' | 'type' | 'actingAs'>,
  { law, authority, at, timeZone }: Under,
): string[] {
  const { kind, respond } = secondLook(law, at, timeZone)
  const within = spanWords(respond)
  const court = law.court ? ' You can also take us to court.' : ''
  // A law that only stands in says nothing of who hears them where they live.
  const others = law.appeal?.kind === 'appeal' && !standsIn(lawBasis) ? law.appeal.authority : authority
  // Nobody who has not confirmed has a page of their own.
  if (!confirmedAt) return [`You can complain to ${others}.${court}`]
  const ours =
    kind === 'appeal'
      ? [
          `You can appeal to us. We will decide within ${within}. After that you can complain to ${others}.${court}`,
          'To appeal, open the page of your request and press Appeal.',
        ]
      : [
          `You can complain to us. We will answer within ${within}. You can also complain to ${others}.${court}`,
          'To complain to us, open the page of your request and press Complain.',
        ]
  const ofAnother = requestTypes.has(asked.type) && asksForAnother(asked)
  return [...(outcome === 'not-verified' ? [unauthenticated(ofAnother)] : []), ...ours]
}
