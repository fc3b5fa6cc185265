'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { OpenState } from '@/components/request/step/open-form'
import { openFollowUp } from '@/lib/door/run/follow-up'
import { requireStaff } from '@/lib/door/staff/require-staff'

const press = z.object({ reference: z.string().max(40), commandId: z.uuid() })

/** Opens the request that follows a closed one, and leads to it. */
export async function openFollowUpAction(_last: OpenState, form: FormData): Promise<OpenState> {
  const { actor } = await requireStaff('/requests', 'open-request')
  const parsed = press.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { problem: 'This page is out of date. Load it again.' }
  const { reference, commandId } = parsed.data
  const opened = await openFollowUp(actor, reference, `desk:${actor.id}:${commandId}`)
  if (opened.ok) redirect(`/requests/${opened.reference}/details`)
  return { problem: Object.values(opened.fields ?? {})[0] ?? opened.title }
}
