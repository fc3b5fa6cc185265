'use server'

import { redirect } from 'next/navigation'
import { Temporal } from 'temporal-polyfill'
import { cameFrom } from '@/app/(desk)/came-from'
import { sentForm } from '@/app/sent-form'
import type { OpenState } from '@/components/request/step/open-form'
import { typedText } from '@/lib/core/intake/typed-text'
import { openFromTicket } from '@/lib/door/off-channel/open-request'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'

const notInput = new Set(['commandId', 'receivedOn'])

/** Opens a request from a ticket; what has to be put right comes back with what was typed. */
export async function openRequestAction(_last: OpenState, sent: FormData): Promise<OpenState> {
  const form = sentForm(sent)
  const { actor } = await requireStaff(await cameFrom('/requests/new'), 'open-request')
  const values = Object.fromEntries(
    [...form.keys()].filter(name => !name.startsWith('$')).map(name => [name, typedText(form.get(name))]),
  )
  const input: Record<string, string> = Object.fromEntries(
    // Empty ones go along, so that everything that is missing is said at once.
    Object.entries(values).filter(([name]) => !notInput.has(name)),
  )
  const received = values.receivedOn ? beginningOf(values.receivedOn) : undefined
  if (received === null) return { values, fields: { receivedOn: 'Enter a day such as 2026-03-31.' } }
  if (received) input.receivedAt = received
  const press = values.commandId ?? ''
  if (!/^[0-9a-f-]{36}$/.test(press)) return { values, problem: 'This page is out of date. Load it again.' }
  const opened = await openFromTicket(actor, input, `desk:${actor.id}:${press}`)
  if (opened.ok) redirect(`/requests/${opened.reference}/details?did=${press}`)
  const { receivedAt, ...fields } = opened.fields ?? {}
  return {
    values,
    fields: { ...fields, ...(receivedAt && { receivedOn: receivedAt }) },
    ...(opened.fields ? {} : { problem: opened.title }),
  }
}

/** When a day begins in the organisation’s time zone, with its offset; null where there is no such day. */
function beginningOf(day: string): string | null {
  try {
    const begin = Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: env().orgTimeZone,
      plainTime: '00:00',
    })
    return begin.toString({ timeZoneName: 'never' })
  } catch {
    return null
  }
}
