import { Deadline } from '@/components/request/panels/deadline'
import { deadlineRefusal } from '@/lib/core/advice/extension-acts'
import { refusals } from '@/lib/core/api/refusals'
import { zoneOf } from '@/lib/core/deadlines/days'
import { clockFor } from '@/lib/core/deadlines/deadline'
import { deadlineOf } from '@/lib/core/deadlines/of-request'
import type { Reason } from '@/lib/core/derived/reasons'
import { typeOf } from '@/lib/core/handbook/request-types/type-of'
import type { Opened } from '../request-frame'

/** What a refusal means on this panel, where that can be said more plainly. */
const here: Readonly<Partial<Record<Reason, string>>> = {
  'not-allowed': 'Privacy extends deadlines.',
  'illegal-state': 'The request is closed.',
  'not-extendable': 'This law has no extension for what was asked.',
}

/** The deadline of a request, recomputed for each viewer. */
export function DeadlineOf({ opened }: { opened: Opened }) {
  const { request, context } = opened
  const { now, timeZone } = context
  const computed = deadlineOf(request, context)
  const refused = deadlineRefusal(request, context)
  return (
    <Deadline
      request={request}
      on={{ reference: request.reference, version: request.version }}
      computed={computed}
      personal={opened.personal}
      extension={clockFor(computed.law, typeOf(request).action).extend}
      because={refused ? (here[refused] ?? refusals[refused].title) : undefined}
      now={now}
      timeZone={timeZone}
      zone={zoneOf(request, timeZone)}
    />
  )
}
