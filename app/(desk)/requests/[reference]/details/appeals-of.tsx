import { Appeals } from '@/components/request/panels/appeals'
import { appealDeadline, appealUnder } from '@/lib/core/deadlines/appeal'
import { lawOf } from '@/lib/core/deadlines/of-request'
import { mayRun, supportAndPrivacy } from '@/lib/core/people/permissions'
import { openAppeal } from '@/lib/core/request/current'
import { holidaysOf } from '@/lib/holidays'
import { readNames } from '@/lib/store/staff/staff'
import type { Opened } from '../request-frame'

/** Appeals against how the request ended, with the working of their own due dates; for support and Privacy. */
export async function AppealsOf({ opened }: { opened: Opened }) {
  const { staff, request, context } = opened
  const { now, timeZone } = context
  if (!mayRun(staff.actor, supportAndPrivacy)) return null
  if (request.state !== 'closed' && request.appeals.length === 0) return null
  const law = lawOf(request, context)
  const zone = request.timeZone ?? timeZone
  const isHoliday = holidaysOf(request.country, request.region)
  const people = request.appeals.flatMap(appeal => [appeal.openedById, appeal.answeredById])
  const names = await readNames(
    staff.actor,
    people.filter(id => id !== null),
  )
  const may =
    request.state === 'closed' && request.confirmedAt && !request.contentErasedAt && !openAppeal(request)
  return (
    <Appeals
      on={{ reference: request.reference, version: request.version }}
      appeals={request.appeals.map(appeal => ({
        ...appeal,
        working: law.appeal
          ? appealDeadline({
              law,
              appeal: law.appeal,
              receivedAt: appeal.receivedAt,
              timeZone: zone,
              isHoliday,
              extended: appeal.extendedAt !== null,
            }).working
          : [],
      }))}
      extension={staff.actor.role === 'privacy' ? law.appeal?.extend : undefined}
      opens={(may && appealUnder(law, now, zone)?.kind) || null}
      {...{ names, now, timeZone }}
    />
  )
}
