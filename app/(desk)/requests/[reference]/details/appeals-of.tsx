import { Appeals } from '@/components/request/panels/appeals'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { appealRefusal } from '@/lib/core/advice/extension-acts'
import { appealDeadline, appealUnder } from '@/lib/core/deadlines/appeal'
import { zoneOf } from '@/lib/core/deadlines/days'
import { calendarOf, lawOf } from '@/lib/core/deadlines/of-request'
import { clockOfAppeal } from '@/lib/core/deadlines/remedies'
import { mayRun, supportAndPrivacy } from '@/lib/core/people/permissions'
import { readNames } from '@/lib/store/staff/staff'
import type { Opened } from '../request-frame'

/** Appeals against how the request ended, and complaints, with the working of their own due dates; for support and Privacy. */
export async function AppealsOf({ opened }: { opened: Opened }) {
  const { staff, request, context } = opened
  const { now, timeZone } = context
  if (!mayRun(staff.actor, supportAndPrivacy)) return null
  const law = lawOf(request, context)
  const zone = zoneOf(request, timeZone)
  const calendar = calendarOf(request, context)
  const people = request.appeals.flatMap(appeal => [appeal.openedById, appeal.answeredById])
  const names = await readNames(
    staff.actor,
    people.filter(id => id !== null),
  )
  const isTaken = (command: string) => wouldRefuse({ command }, request, context) === null
  const hasAppeal = appealUnder(law, now, zone)?.kind === 'appeal'
  const isExtendable = appealRefusal(request, context) === null
  return (
    <Appeals
      on={{ reference: request.reference, version: request.version }}
      appeals={request.appeals.map(appeal => ({
        ...appeal,
        working: appealDeadline({
          law,
          appeal: clockOfAppeal(law, appeal, zone),
          receivedAt: appeal.receivedAt,
          timeZone: zone,
          calendar,
          extended: appeal.extendedAt !== null,
        }).working,
      }))}
      extension={isExtendable ? law.appeal?.extend : undefined}
      opens={[
        ...(hasAppeal && isTaken('open-appeal') ? (['appeal'] as const) : []),
        ...(isTaken('open-complaint') ? (['complaint'] as const) : []),
      ]}
      zone={zone}
      {...{ names, now, timeZone }}
    />
  )
}
