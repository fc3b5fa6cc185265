import { z } from 'zod'
import { dayOf, daysBetween, endOfDay, isTooFarAhead, parseDay, zoneOf } from '../../deadlines/days'
import { clockFor } from '../../deadlines/deadline'
import { extensionReasons } from '../../deadlines/law'
import { dueDatesOf, extensionWords } from '../../deadlines/of-request'
import { isTheirs } from '../../derived/four-eyes'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { type Context, type Refusal, refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import type { PrivacyRequest } from '../../request/request'

/**
 * Extends the answer's deadline for one of the law's own reasons, once, told before the first period ends: to the law's limit,
 * or to an earlier day. Where the law has no limit, a far-off day takes two people.
 */
export const extendDeadline = requestCommand({
  name: 'extend-deadline',
  label: 'Extend the deadline',
  may: 'Extend the deadline',
  who: ['privacy'],
  says: {
    before:
      '“Deadline Extended” goes to the requester with the reason and the new date. The law allows it once.',
    done: 'The deadline is extended.',
    mailsToo: true,
    history: ({ reason, until, needs }) =>
      needs === 'second-person'
        ? `asked a second Privacy person to extend the deadline until ${until}`
        : `extended the deadline: ${inWords(reason)}`,
  },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing'],
  input: z.object({
    reason: z.enum(extensionReasons),
    /** The day by which the answer will come, up to the law's limit; the limit itself where none is chosen. */
    until: z.iso.date().optional(),
    /** The same for a law without a limit of its own. */
    notifiedDay: z.iso.date().optional(),
    /** Why it takes longer this time, in our own words, for the person; asked of people at the desk. */
    words: z.string().trim().min(1).max(1000).optional(),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  decide(request, { reason, until, notifiedDay, words, ...edited }, context) {
    const { law, firstEndsOn, latestOn } = dueDatesOf(request, context)
    const { extend } = clockFor(law, typeOf(request).action)
    if (request.extendedAt) return refuse('already-extended')
    if (!extend?.reasons.includes(reason)) return refuse('not-extendable', reason)
    const field = until ? 'until' : 'notifiedDay'
    const day = until ?? (extend.by ? undefined : notifiedDay)
    if (!extend.by && !day) return refuse('invalid-input', 'notifiedDay')
    if (context.now > firstEndsOn) return refuse('too-late')
    const hasLimit = extend.by !== null && !extend.asLongAsNeeded?.includes(reason)
    const zone = zoneOf(request, context.timeZone)
    const end = day ? endOfDay(parseDay(day), zone) : null
    if (end && end <= firstEndsOn) return refuse('invalid-input', field)
    if (end && hasLimit && latestOn && end > latestOn)
      return refuse('beyond-limit', dayOf(latestOn, zone).toString())
    if (day && isTooFarAhead(day, { now: context.now, zones: [zone] })) return refuse('invalid-input', field)
    // Programs may leave it at the coded reason; people say why this one takes longer.
    const { actor } = context
    if (actor.kind === 'staff' && actor.via === 'browser' && !words) return refuse('invalid-input', 'words')
    if (day && end && !hasLimit && isFarOff(firstEndsOn, end, zone)) {
      const refused = agreedByTwo(request, day, context)
      if (refused) return refused
    }
    const draft = new Draft(request, context)
      .set({
        extendedAt: context.now,
        extensionReason: reason,
        notifiedDay: day ?? null,
        longExtensionUntil: null,
        longExtensionById: null,
      })
      .fact({ law: law.id, reason })
      .recomputeDeadline()
    const variables = {
      due_on: dayOf(firstEndsOn, zone).toString(),
      new_due_on: dayOf(draft.next.dueOn, zone).toString(),
      extension_reason: [extensionWords[reason], ...(words ? [words] : [])].join(' '),
    }
    return draft
      .fact({ dueOn: draft.next.dueOn.toISOString() })
      .sendMessage('deadline-extended', { variables, edited })
      .done()
  },
})

/** Further than this after the first due date, one person alone can't put an answer off. */
export const daysOfOnePerson = 90

const isFarOff = (firstEndsOn: Date, end: Date, zone: string): boolean =>
  daysBetween(firstEndsOn, end, zone) > daysOfOnePerson

/** Null where somebody else of Privacy wanted a day as late as this; else the refusal, which keeps the wish for a second person. */
function agreedByTwo(request: PrivacyRequest, day: string, context: Context): Refusal | null {
  const { longExtensionUntil: wanted, longExtensionById: by } = request
  const { actor } = context
  const id = actor.kind === 'staff' ? actor.id : null
  const own = actor.kind === 'staff' && isTheirs(by, actor, context)
  if (wanted && !own && day <= wanted) return null
  const save = new Draft(request, context)
    .set({ longExtensionUntil: day, longExtensionById: id })
    .fact({ until: day, needs: 'second-person' })
    .done()
  return { ...refuse('second-person', day), save }
}
