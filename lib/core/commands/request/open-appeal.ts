import { z } from 'zod'
import { appealDeadline, appealName, appealUnder } from '../../deadlines/appeal'
import { dayOf, parseDay, zoneOf } from '../../deadlines/days'
import { calendarOf, lawOf } from '../../deadlines/of-request'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'
import { openAppeal as opened } from '../../request/current'

/**
 * The person disagrees with how the request ended, and its law lets them appeal: a case beside the request, with a clock of
 * its own. They are told at once that it has arrived, and by when they hear.
 */
export const openAppeal = requestCommand({
  name: 'open-appeal',
  label: 'Open an appeal',
  may: 'Open an appeal',
  who: supportAndPrivacy,
  says: {
    before: 'The person is told at once that it has arrived and by when they hear. Privacy is told, too.',
    history: ({ kind }) =>
      `opened ${kind === 'complaint' ? 'a complaint' : 'an appeal'} against how it ended`,
  },
  from: ['closed'],
  to: ['closed'],
  input: z.object({
    /** What they disagree with and why, as they said it. */
    ground: z.string().trim().min(1).max(4000),
    /** The day on which it arrived, where that was earlier. */
    receivedOn: z.iso.date().optional(),
  }),
  form: [
    { name: 'ground', label: 'What they disagree with, and why' },
    {
      name: 'receivedOn',
      label: 'The day on which it arrived',
      hint: 'Leave it empty if that is today.',
    },
  ],
  decide(request, { ground, receivedOn }, context) {
    const { actor, newId, now } = context
    if (opened(request)) return refuse('appeal-open')
    if (!request.confirmedAt || !request.closedAt || request.contentErasedAt) return refuse('illegal-state')
    const timeZone = zoneOf(request, context.timeZone)
    const receivedAt = receivedOn
      ? new Date(parseDay(receivedOn).toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds)
      : now
    if (receivedOn && (receivedAt < request.receivedAt || +receivedAt > +now + 86_400_000))
      return refuse('invalid-input', 'receivedOn')
    const law = lawOf(request, context)
    const appealing = appealUnder(law, receivedAt, timeZone)
    if (!appealing) return refuse('no-appeal')
    const calendar = calendarOf(request, context)
    const { dueOn } = appealDeadline({ law, appeal: appealing, receivedAt, timeZone, calendar })
    const appeal = {
      id: newId(),
      kind: appealing.kind,
      ground,
      receivedAt,
      dueOn,
      openedAt: now,
      openedById: actor.kind === 'staff' ? actor.id : null,
      extendedAt: null,
      extensionReason: null,
      granted: null,
      answer: null,
      answeredAt: null,
      answeredById: null,
    }
    return new Draft(request, context)
      .set({ appeals: [...request.appeals, appeal], lateReplyAt: null })
      .fact({ appeal: appeal.id, kind: appeal.kind, law: law.id, appealDueOn: dueOn.toISOString() })
      .sendMessage('appeal-received', {
        variables: { appeal: appealName[appeal.kind], appeal_due_on: dayOf(dueOn, timeZone).toString() },
      })
      .notifyTeam('privacy', 'privacy-notice', { reason: appeal.kind })
      .done()
  },
})
