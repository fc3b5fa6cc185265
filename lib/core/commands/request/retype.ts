import { z } from 'zod'
import { requestCommand } from '../../command'
import { ratingOf } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { advance, rateRisk } from '../../flow'
import { supportAndPrivacy } from '../../permissions'
import { openPlannedTasks } from '../../plan-tasks'
import { requestTypeKeys, requestTypes } from '../../request-types/index'

/** Corrects the type, until the first destructive step is done. What the checks say wins over a wish. */
export const retype = requestCommand({
  name: 'retype',
  label: 'Correct the type',
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  who: supportAndPrivacy,
  input: z.object({ type: z.enum(requestTypeKeys), note: z.string().trim().min(1).max(2000) }),
  decide(request, { type, note }, context) {
    const target = requestTypes.get(type)
    if (!target) return refuse('invalid-input', 'type')
    if (type === request.type) return refuse('same-type')
    if (request.erasureBegunAt) return refuse('erasure-begun')
    const enterprise = request.checks.findLast(one => one.round === request.round)?.facts.account?.enterprise
    if (enterprise !== undefined && target.enterpriseBecomes && enterprise)
      return refuse('contradiction', 'type')
    if (enterprise === false && target.individualBecomes) return refuse('contradiction', 'type')
    if (target.fields.some(field => field.required && !request[field.key])) return refuse('type-needs-more')
    if (
      request.state !== 'submitted' &&
      target.looksUp &&
      request.checks.length === 0 &&
      request.state !== 'checking'
    )
      return refuse('type-needs-more')
    const draft = new Draft(request, context)
      .set({ type, subjectType: target.subjectType })
      .note(`Type corrected: ${note}`)
    if (request.state === 'submitted' || request.state === 'checking') return draft.done()
    openPlannedTasks(draft.enter('verifying').closeWindows('retyped'))
    // Rated once a round, so that the request keeps the version of the policy that it was rated with.
    if (!ratingOf(request)) rateRisk(draft)
    return advance(draft).done()
  },
})
