import { z } from 'zod'
import { appealDeadline, appealName } from '../../deadlines/appeal'
import { dayOf, endOfDay, isTooFarAhead, parseDay, zoneOf } from '../../deadlines/days'
import { extensionReasons } from '../../deadlines/law'
import { calendarOf, extensionWords, lawOf } from '../../deadlines/of-request'
import { clockOfAppeal } from '../../deadlines/remedies'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { openAppeal } from '../../request/current'

/**
 * Extends the time to answer an appeal for one of the law's own reasons, once, told before the first period ends: to the law's
 * limit, or to an earlier day.
 */
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
    /** The day by which the answer will come, up to the law's limit; the limit itself where none is chosen. */
    until: z.iso.date().optional(),
    /** Why it takes longer this time, in our own words, for the person; asked of people at the desk. */
    words: z.string().trim().min(1).max(1000).optional(),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  decide(request, { reason, until, words, ...edited }, context) {
    const { actor, now } = context
    const open = openAppeal(request)
    if (!open) return refuse('no-appeal-open')
    const law = lawOf(request, context)
    const timeZone = zoneOf(request, context.timeZone)
    const appeal = clockOfAppeal(law, open, timeZone)
    if (open.extendedAt) return refuse('already-extended')
    if (!appeal.extend?.reasons.includes(reason)) return refuse('not-extendable', reason)
    if (now > open.dueOn) return refuse('too-late')
    const end = until ? endOfDay(parseDay(until), timeZone) : null
    if (end && end <= open.dueOn) return refuse('invalid-input', 'until')
    const { dueOn, latestOn } = appealDeadline({
      law,
      appeal,
      receivedAt: open.receivedAt,
      timeZone,
      calendar: calendarOf(request, context),
      extended: true,
      toldAt: now,
      notifiedDay: until,
    })
    if (end && latestOn && end > latestOn) return refuse('beyond-limit', dayOf(latestOn, timeZone).toString())
    if (until && isTooFarAhead(until, { now, zones: [timeZone] })) return refuse('invalid-input', 'until')
    // Programs may leave it at the coded reason; people say why this answer takes longer.
    if (actor.kind === 'staff' && actor.via === 'browser' && !words) return refuse('invalid-input', 'words')
    const notifiedDay = until ?? null
    const extended = { ...open, dueOn, extendedAt: now, extensionReason: reason, notifiedDay }
    return new Draft(request, context)
      .set({ appeals: request.appeals.map(appeal => (appeal.id === open.id ? extended : appeal)) })
      .fact({ appeal: open.id, kind: open.kind, law: law.id, reason, appealDueOn: dueOn.toISOString() })
      .sendMessage('appeal-extended', {
        variables: {
          appeal: appealName[open.kind],
          due_on: dayOf(open.dueOn, timeZone).toString(),
          new_due_on: dayOf(dueOn, timeZone).toString(),
          extension_reason: [extensionWords[reason], ...(words ? [words] : [])].join(' '),
        },
        edited,
      })
      .done()
  },
})
