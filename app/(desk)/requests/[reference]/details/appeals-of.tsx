import { Appeals } from '@/components/request/panels/appeals'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { appealRefusal } from '@/lib/core/advice/extension-acts'
import { appealDeadline, appealUnder } from '@/lib/core/deadlines/appeal'
import { dayOf, zoneOf } from '@/lib/core/deadlines/days'
import { calendarOf, lawOf } from '@/lib/core/deadlines/of-request'
import { clockOfAppeal } from '@/lib/core/deadlines/remedies'
import { mayRun, supportAndPrivacy } from '@/lib/core/people/permissions'
import { openAppeal } from '@/lib/core/request/current'
import type { Appeal } from '@/lib/core/request/proceedings'
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
  const dueOf = (appeal: Appeal) =>
    appealDeadline({
      law,
      appeal: clockOfAppeal(law, appeal, zone),
      receivedAt: appeal.receivedAt,
      timeZone: zone,
      calendar,
      extended: appeal.extendedAt !== null,
      toldAt: appeal.extendedAt ?? undefined,
      notifiedDay: appeal.notifiedDay ?? undefined,
    })
  const open = openAppeal(request)
  const latestOn = open && dueOf(open).latestOn
  const extend = law.appeal?.extend
  return (
    <Appeals
      on={{ reference: request.reference, version: request.version }}
      appeals={request.appeals.map(appeal => ({ ...appeal, working: dueOf(appeal).working }))}
      extension={
        isExtendable && extend && latestOn
          ? { reasons: extend.reasons, latestDay: dayOf(latestOn, zone) }
          : undefined
      }
      opens={[
        ...(hasAppeal && isTaken('open-appeal') ? (['appeal'] as const) : []),
        ...(isTaken('open-complaint') ? (['complaint'] as const) : []),
      ]}
      zone={zone}
      {...{ names, now, timeZone }}
    />
  )
}
