import { endOfDay, parseDay, zoneOf } from '../deadlines/days'
import type { PauseReason } from '../deadlines/law'
import type { PrivacyRequest } from '../request/request'
import type { ResponseWindow, WindowReason } from '../request/response-window'
import type { Context } from './decision'

type Pauses = PrivacyRequest['pauses']

/** The questions that pause the clock of a law that knows their pause, from the mail until the answer. */
const pausedBy: Readonly<Partial<Record<WindowReason, PauseReason>>> = {
  verification: 'identity',
  clarification: 'clarification',
}

/** The pauses of a request once a window has opened: its question may have begun a new one. */
export function paused({ pauses }: PrivacyRequest, window: WindowReason, { newId, now }: Context): Pauses {
  const reason = pausedBy[window]
  return reason ? [...pauses, { id: newId(), reason, from: now, to: null, unanswered: false }] : pauses
}

/**
 * The pauses of a request once a window has closed. The clock runs again from the day of the answer, or, where nobody answered,
 * from the end of the window, no matter how late that is looked at.
 * @param saidOn the day `YYYY-MM-DD` on which they answered, where that is recorded later
 */
export function resumed(
  request: PrivacyRequest,
  window: Pick<ResponseWindow, 'reason' | 'endsAt'>,
  { by, saidOn }: { by: string; saidOn: string | undefined },
  { now, timeZone }: Context,
): Pauses {
  const reason = pausedBy[window.reason]
  const unanswered = by === 'system'
  const said = saidOn ? endOfDay(parseDay(saidOn), zoneOf(request, timeZone)) : now
  const end = Math.min(+now, +(unanswered ? window.endsAt : said))
  return request.pauses.map(pause =>
    pause.reason === reason && !pause.to
      ? { ...pause, to: new Date(Math.max(+pause.from, end)), unanswered }
      : pause,
  )
}
