import { openEscalation } from '../../request/current'
import type { Escalation } from '../../request/proceedings'
import type { PrivacyRequest } from '../../request/request'
import type { Context, Decision } from '../decision'
import { refuse } from '../decision'
import { Draft } from '../draft'
import { advance, startWork } from '../flow'

/** Ends the open escalation, and resumes what it blocked. */
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
  const ended = { ...open, state, answer, answeredAt: context.now, answeredById }
  const draft = new Draft(request, context)
    .set({
      escalations: request.escalations.map(escalation => (escalation.id === open.id ? ended : escalation)),
    })
    .fact({ escalation: open.id, result: state })
  startWork(also(draft))
  return advance(draft).done()
}
