'use server'

import { refresh } from 'next/cache'
import { cameFrom } from '@/app/(desk)/came-from'
import { sentForm } from '@/app/sent-form'
import type { JourneyState } from '@/components/usage/journey-form'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { openJourney } from '@/lib/door/usage/open-journey'
import { changeResult, confirmLink } from '../../settings/change-result'
import { outOfDate, typed } from '../form-values'

/** Opens one journey: the audit log has it before the page does. */
export async function journeyAction(_last: JourneyState, sent: FormData): Promise<JourneyState> {
  const form = sentForm(sent)
  const page = await cameFrom('/usage/journey')
  const { actor } = await requireStaff(page, 'open-journey')
  const { values, press } = typed(form, ['pseudonym', 'reason', 'ticket'])
  if (!press) return { values, problem: outOfDate }
  const done = await openJourney(actor, values, `desk:${actor.id}:${press}`)
  if (!done.ok)
    return {
      values,
      ...(done.fields ? { fields: done.fields } : { problem: done.title }),
      ...confirmLink(changeResult(done, ''), page),
    }
  if (!done.journey)
    return { values, problem: 'This was opened before. Load the page again to open it once more.' }
  refresh()
  const { events, more } = done.journey
  return {
    values,
    more,
    rows: events.map(({ at, event, app, page, projectId, namespaceId }, index) => ({
      key: `${index} ${at.toISOString()}`,
      at: at.toISOString().replace('T', ' ').slice(0, 19),
      event,
      where: [app, page, projectId && `project ${projectId}`, namespaceId && `namespace ${namespaceId}`]
        .filter(Boolean)
        .join(' · '),
    })),
  }
}
