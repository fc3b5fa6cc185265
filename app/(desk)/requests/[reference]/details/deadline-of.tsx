import { Deadline } from '@/components/request/panels/deadline'
import { refusals } from '@/lib/core/api/refusals'
import { clockFor } from '@/lib/core/deadlines/deadline'
import { deadlineOf } from '@/lib/core/deadlines/of-request'
import { typeOf } from '@/lib/core/handbook/request-types/type-of'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Opened } from '../request-frame'

/** The deadline of a request, recomputed for each viewer. */
export function DeadlineOf({ opened }: { opened: Opened }) {
  const { staff, request, context } = opened
  const { now, timeZone } = context
  const computed = deadlineOf(request, context)
  return (
    <Deadline
      request={request}
      on={{ reference: request.reference, version: request.version }}
      computed={computed}
      extension={clockFor(computed.law, typeOf(request).action).extend}
      because={whyNotExtend(request, staff.actor.role, now)}
      now={now}
      timeZone={timeZone}
    />
  )
}

function whyNotExtend(request: PrivacyRequest, role: string, now: Date): string | undefined {
  if (request.state === 'closed') return 'The request is closed.'
  if (request.extendedAt) return refusals['already-extended'].title
  if (now > request.dueOn) return refusals['too-late'].title
  return role === 'privacy' ? undefined : 'Privacy extends deadlines.'
}
