import { z } from 'zod'
import { endOfDay, isTooFarAhead, parseDay } from '../../deadlines/days'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

/** Stops the work for a reason, until the end of a day or until Privacy releases it. */
export const hold = requestCommand({
  name: 'hold',
  label: 'Place a hold',
  may: 'Place a hold',
  who: supportAndPrivacy,
  says: {
    before: 'All work stops until the hold ends or Privacy releases it; the due date does not move.',
    done: 'The request is on hold.',
    history: 'placed a hold',
  },
  from: ['checking', 'verifying', 'processing'],
  to: ['checking', 'verifying', 'processing'],
  input: z.object({ reason: z.string().trim().min(1).max(500), until: z.iso.date().optional() }),
  form: [
    { name: 'reason', label: 'Reason' },
    { name: 'until', label: 'Until the end of' },
  ],
  decide(request, { reason, until }, context) {
    const end = until ? endOfDay(parseDay(until), context.timeZone) : null
    const zones = [context.timeZone]
    if (end && end <= context.now) return refuse('invalid-input', 'until')
    if (until && isTooFarAhead(until, { now: context.now, zones })) return refuse('invalid-input', 'until')
    return new Draft(request, context).hold('other', { note: reason, until: end }).done()
  },
})
