import { z } from 'zod'
import { appealDeadline, appealName } from '../../deadlines/appeal'
import { dayOf, zoneOf } from '../../deadlines/days'
import { extensionReasons } from '../../deadlines/law'
import { calendarOf, extensionWords, lawOf } from '../../deadlines/of-request'
import { clockOfAppeal } from '../../deadlines/remedies'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { openAppeal } from '../../request/current'

/** Extends the time to answer an appeal for one of the law's own reasons, once, told before the first period ends. */
export const extendAppeal = requestCommand({
  name: 'extend-appeal',
  label: 'Extend the time for the answer',
  may: 'Answer appeals, extend their time',
  who: ['privacy'],
  says: {
    done: 'The time for the answer is extended.',
    history: ({ kind, reason }) => `extended the time for the ${inWords(kind)}: ${inWords(reason)}`,
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({
    reason: z.enum(extensionReasons),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  decide(request, { reason, ...edited }, context) {
    const open = openAppeal(request)
    if (!open) return refuse('no-appeal-open')
    const law = lawOf(request, context)
    const timeZone = zoneOf(request, context.timeZone)
    const appeal = clockOfAppeal(law, open, timeZone)
    if (open.extendedAt) return refuse('already-extended')
    if (!appeal.extend?.reasons.includes(reason)) return refuse('not-extendable', reason)
    if (context.now > open.dueOn) return refuse('too-late')
    const { dueOn } = appealDeadline({
      law,
      appeal,
      receivedAt: open.receivedAt,
      timeZone,
      calendar: calendarOf(request, context),
      extended: true,
    })
    const extended = { ...open, dueOn, extendedAt: context.now, extensionReason: reason }
    return new Draft(request, context)
      .set({ appeals: request.appeals.map(appeal => (appeal.id === open.id ? extended : appeal)) })
      .fact({ appeal: open.id, kind: open.kind, law: law.id, reason, appealDueOn: dueOn.toISOString() })
      .sendMessage('appeal-extended', {
        variables: {
          appeal: appealName[open.kind],
          due_on: dayOf(open.dueOn, timeZone).toString(),
          new_due_on: dayOf(dueOn, timeZone).toString(),
          extension_reason: extensionWords[reason],
        },
        edited,
      })
      .done()
  },
})
