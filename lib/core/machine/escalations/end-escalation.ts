import type { News } from '../../handbook/news'
import { openEscalation } from '../../request/current'
import type { Escalation } from '../../request/proceedings'
import type { PrivacyRequest } from '../../request/request'
import type { Context, Decision } from '../decision'
import { refuse } from '../decision'
import { Draft } from '../draft'
import { advance, startWork } from '../flow'

const news: Readonly<Record<Exclude<Escalation['state'], 'open'>, News>> = {
  answered: 'question-answered',
  returned: 'question-returned',
  'taken-over': 'request-taken-over',
}

/** Ends the open escalation, tells who asked, and resumes what it blocked. */
export function endEscalation(
  request: PrivacyRequest,
  state: Exclude<Escalation['state'], 'open'>,
  answer: string | null,
  context: Context,
  also: (draft: Draft) => Draft = draft => draft,
): Decision {
  const open = openEscalation(request)
  if (!open) return refuse('no-escalation-open')
  const answeredById = context.actor.kind === 'staff' ? context.actor.id : null
  // A request that was taken over leaves nobody anything to read.
  const readAt = state === 'taken-over' ? context.now : null
  const ended = { ...open, state, answer, answeredAt: context.now, answeredById, readAt }
  const draft = new Draft(request, context)
    .set({
      escalations: request.escalations.map(escalation => (escalation.id === open.id ? ended : escalation)),
    })
    .fact({ escalation: open.id, result: state })
    .effect({ kind: 'news-mail', to: open.askedById, news: news[state] })
  startWork(also(draft))
  return advance(draft).done()
}
