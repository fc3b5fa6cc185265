import type { Role, StaffActor } from '@/lib/core/people/actor'
import { writeNote } from '@/lib/door/usage/write-note'
import { addDemoEvents } from '@/lib/store/usage/demo-events'
import { rollUp } from '@/lib/store/usage/rollups'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'

const PEOPLE = 320
const DAYS = 91

const notes = [
  {
    indicator: 'monthly-active-users',
    monthsAgo: 1,
    health: '3',
    reasons: 'Grew every week since the new start page.',
    lessons: 'Weekends hardly count: compare weeks with weeks, never a Monday with a Sunday.',
  },
  {
    indicator: 'monthly-active-users',
    monthsAgo: 2,
    health: '2',
    reasons: 'Below the target until the second half of the month.',
    lessons: '',
  },
  {
    indicator: 'monthly-inviters',
    monthsAgo: 1,
    health: '2',
    reasons: 'Few invite others, and mostly in the first week after they came.',
    lessons: 'The invitation on the empty members page is what people find. The one in the menu isn’t.',
  },
  {
    indicator: 'late-answers',
    monthsAgo: 1,
    health: '3',
    reasons: 'No answer was late.',
    lessons: 'Asking for documents in the first mail saves a week.',
  },
] as const

/** Some weeks of usage of a made-up product, counted by the worker's own roll-up, and what was learned from it. */
export async function seedUsage(staff: ReadonlyMap<Role, StaffActor>, now: Date): Promise<void> {
  await addDemoEvents(PEOPLE, DAYS)
  while ((await rollUp(rolledEvents())) > 0);
  const writer = staff.get('admin')
  if (!writer) throw new Error('the demo has no admin')
  for (const { monthsAgo, ...note } of notes) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 1))
      .toISOString()
      .slice(0, 7)
    const done = await writeNote(writer, { ...note, month }, `demo:note:${note.indicator}:${month}`)
    if (!done.ok) throw new Error(`demo note: ${done.reason} ${done.detail ?? ''}`)
  }
}
