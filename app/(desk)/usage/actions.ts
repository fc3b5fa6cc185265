'use server'

import { refresh } from 'next/cache'
import { cameFrom } from '@/app/(desk)/came-from'
import { sentForm } from '@/app/sent-form'
import type { NoteState } from '@/components/usage/note-form'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { writeNote } from '@/lib/door/usage/write-note'
import { outOfDate, typed } from './form-values'

/** Writes health and lessons of a month. */
export async function noteAction(_last: NoteState, sent: FormData): Promise<NoteState> {
  const form = sentForm(sent)
  const { actor } = await requireStaff(await cameFrom('/usage'), 'write-indicators')
  const { values, press } = typed(form, ['indicator', 'month', 'health', 'reasons', 'lessons'])
  if (!press) return { values, problem: outOfDate }
  const done = await writeNote(actor, values, `desk:${actor.id}:${press}`)
  if (!done.ok) return { values, ...(done.fields ? { fields: done.fields } : { problem: done.title }) }
  refresh()
  return { done: true, values }
}
