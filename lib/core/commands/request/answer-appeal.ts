import { z } from 'zod'
import { appealName } from '../../deadlines/appeal'
import { standsIn } from '../../deadlines/law-basis'
import { lawOf } from '../../deadlines/of-request'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { goOn } from '../../machine/flow'
import { openAppeal } from '../../request/current'
import { type AppealDecision, appealDecisions } from '../../request/proceedings'

const saidOf: Readonly<Record<AppealDecision, string>> = {
  granted: 'You are right, and we change our answer.',
  partly: 'You are right in part, and we change that part of our answer.',
  'not-granted': 'We have looked at it again, and our answer stays.',
}

/**
 * Privacy answers an appeal; the person gets the answer with its reasons and where to turn next. What follows from one that
 * was granted (reopening, a new request) is done by the commands for it.
 */
export const answerAppeal = requestCommand({
  name: 'answer-appeal',
  label: 'Answer the appeal',
  may: 'Answer appeals, extend their time',
  who: ['privacy'],
  says: {
    before:
      'The person gets the answer, with where they can turn next. What follows from it, you do yourself: reopen this request, or open a new one.',
    history: ({ kind, granted, decision }) =>
      `answered the ${inWords(kind)}: ${decision === 'partly' ? 'granted in part' : granted ? 'granted' : 'the answer stays'}`,
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({
    decision: z.enum(appealDecisions).optional(),
    /** In place of a decision, where it is one or the other. */
    granted: z.boolean().optional(),
    /** With reasons, in words for the person. */
    answer: z.string().trim().min(1).max(4000),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  form: [
    {
      name: 'decision',
      label: 'Your answer',
      choices: {
        granted: 'They are right: we change our answer',
        partly: 'They are right in part: we change that part',
        'not-granted': 'Our answer stays',
      },
    },
    {
      name: 'answer',
      label: 'Why, in words for the person',
      hint: 'It becomes part of the message, as you write it.',
    },
  ],
  decide(request, { decision: chosen, granted: wholly, answer, ...edited }, context) {
    const open = openAppeal(request)
    if (!open) return refuse('no-appeal-open')
    const decision = chosen ?? (wholly === undefined ? undefined : wholly ? 'granted' : 'not-granted')
    if (!decision) return refuse('invalid-input', 'decision')
    const granted = decision !== 'not-granted'
    if (wholly !== undefined && wholly !== granted) return refuse('invalid-input', 'granted')
    const { actor, now } = context
    const answeredById = actor.kind === 'staff' ? actor.id : null
    const answered = { ...open, granted, decision, answer, answeredAt: now, answeredById }
    const { appeal: own, court } = lawOf(request, context)
    // Under any other law, and under one that only stands in, it is the same that hears a complaint about the request.
    const authority = own?.kind === 'appeal' && !standsIn(request.lawBasis) ? own.authority : null
    const draft = markRead(new Draft(request, context), 'complaint')
      .set({ appeals: request.appeals.map(appeal => (appeal.id === open.id ? answered : appeal)) })
      .fact({ appeal: open.id, kind: open.kind, granted, decision })
      .sendMessage('appeal-answered', {
        variables: {
          appeal: appealName[open.kind],
          appeal_decision: saidOf[decision],
          appeal_answer: answer,
          court: court ? 'yes' : '',
          ...(authority && { complaint_authority: authority }),
        },
        edited,
      })
    return goOn(draft).done()
  },
})
