'use server'

import { redirect } from 'next/navigation'
import { cameFrom } from '@/app/(desk)/came-from'
import { sentForm } from '@/app/sent-form'
import type { LogState } from '@/components/desk/off-channel-form'
import { typedText } from '@/lib/core/intake/typed-text'
import { isOffChannelAct } from '@/lib/core/off-channel/off-channel-view'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { logOffChannel } from '@/lib/door/off-channel/off-channel'
import { requireStaff } from '@/lib/door/staff/require-staff'

/** Logs an arrival and shows the handbook's answer to it. */
export async function logAction(_last: LogState, sent: FormData): Promise<LogState> {
  const form = sentForm(sent)
  const { actor } = await requireStaff(await cameFrom('/off-channel'), 'log-off-channel')
  const field = (name: string) => typedText(form.get(name)).trim()
  const values = {
    channel: field('channel'),
    asks: field('asks'),
    ticket: field('ticket'),
    note: field('note'),
    destination: field('destination'),
    receivedOn: field('receivedOn'),
    country: field('country'),
    region: field('region'),
  }
  const press = field('commandId')
  if (!/^[0-9a-f-]{36}$/.test(press)) return { values, problem: 'This page is out of date. Load it again.' }
  const [asksFor = '', answer = ''] = values.asks.split('/')
  if (!asksFor) return { values, fields: { asks: 'Choose what it asks for.' } }
  const { channel, ticket, note, destination, receivedOn, country, region } = values
  const input = {
    channel,
    asksFor,
    answer,
    ...(ticket && { ticket }),
    ...(note && { note }),
    ...(destination && asksFor === 'data-portability' && { destination }),
    ...{ receivedOn, country, region },
  }
  const done = await logOffChannel(actor, input, `desk:${actor.id}:${press}`)
  if (done.ok) redirect(`/off-channel${done.id ? `/${done.id}` : ''}?did=${press}`)
  return { values, ...(done.fields ? { fields: done.fields } : { problem: done.title }) }
}

/** Says what became of an entry, and shows it. */
export async function entryAction(_last: LogState, sent: FormData): Promise<LogState> {
  const form = sentForm(sent)
  const { actor } = await requireStaff(await cameFrom('/off-channel'), 'log-off-channel')
  const field = (name: string) => typedText(form.get(name)).trim()
  const [id, act, press] = [field('entry'), field('act'), field('commandId')]
  const values = { note: field('note'), destination: field('destination'), text: field('text') }
  if (!/^[0-9a-f-]{36}$/.test(press) || !isOffChannelAct(act))
    return { values, problem: 'This page is out of date. Load it again.' }
  const { note, destination, text } = values
  const input = {
    solve: {},
    finish: { note },
    clarify: { destination },
    answer: { text },
    'answer-again': {},
  }
  const done = await changeEntry(actor, id, act, input[act], `desk:${actor.id}:${press}`)
  if (done.ok) redirect(`/off-channel/${id}?did=${press}`)
  return { values, ...(done.fields ? { fields: done.fields } : { problem: done.title }) }
}
