'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { sentForm } from '@/app/sent-form'
import type { OpenState } from '@/components/request/step/open-form'
import { openFollowUp } from '@/lib/door/run/follow-up'
import { requireStaff } from '@/lib/door/staff/require-staff'

const press = z.object({
  reference: z.string().max(40),
  commandId: z.uuid(),
  receivedOn: z.string().max(20),
})
const day = z.union([z.literal(''), z.iso.date()])

/** Opens the request that follows a closed one, and leads to it. */
export async function openFollowUpAction(_last: OpenState, sent: FormData): Promise<OpenState> {
  const form = sentForm(sent)
  const { actor } = await requireStaff('/requests', 'open-request')
  const parsed = press.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { problem: 'This page is out of date. Load it again.' }
  const { reference, commandId, receivedOn } = parsed.data
  const values = { receivedOn }
  if (!day.safeParse(receivedOn).success)
    return { values, fields: { receivedOn: 'Enter a day such as 2026-03-31.' } }
  const on = receivedOn || undefined
  const opened = await openFollowUp(actor, reference, `desk:${actor.id}:${commandId}`, on)
  if (opened.ok) redirect(`/requests/${opened.reference}/details?did=${commandId}`)
  const words = opened.fields?.receivedOn
  if (words) return { values, fields: { receivedOn: words } }
  return { values, problem: Object.values(opened.fields ?? {})[0] ?? opened.title }
}
