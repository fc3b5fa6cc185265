import type { StaffActor } from '@/lib/core/people/actor'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { logOffChannel } from '@/lib/door/off-channel/off-channel'
import { openFromTicket } from '@/lib/door/off-channel/open-request'
import type { DemoPerson } from './directory'

const arrivals = [
  ['support-ticket', 'account-deletion', 'deletion-instructions', 2201],
  ['mail', 'data-access', 'privacy-center-link', undefined],
  ['letter', 'account-deletion', 'deletion-instructions', undefined],
  ['telephone', 'rectification', 'privacy-center-link', undefined],
  ['letter', 'complaint', 'to-privacy', undefined, { note: 'Says that an earlier answer came too late.' }],
  ['support-ticket', 'data-portability', 'portability-instructions', 2204, { destination: 'gitea' }],
  ['support-ticket', 'data-export', 'privacy-center-link', 2205],
  ['support-ticket', 'data-export', 'open-export', 2206],
] as const

/** What came by other ways than the Privacy Center; for the last one a request was opened. */
export async function logDemoArrivals(engineer: StaffActor, person: DemoPerson): Promise<void> {
  let entry: string | undefined
  for (const [channel, asksFor, answer, number, more = {}] of arrivals) {
    const ticket = number ? `https://support.example/tickets/${number}` : ''
    const commandId = `demo:off-channel:${channel}:${answer}`
    const logged = await logOffChannel(engineer, { channel, asksFor, answer, ticket, ...more }, commandId)
    if (!logged.ok || !logged.id) throw new Error(`demo off-channel ${asksFor}: nothing was logged`)
    if (number === 2201) await changeEntry(engineer, logged.id, 'solve', {}, `${commandId}:solved`)
    entry = logged.id
  }
  const { email, username, name, country } = person
  const asked = { type: 'data-export', email, username, name, country }
  const ticket = 'https://support.example/tickets/2206'
  const opened = await openFromTicket(
    engineer,
    { ...asked, ticket, offChannel: entry },
    'demo:off-channel:open',
  )
  if (!opened.ok) throw new Error(`demo off-channel: ${opened.reason}`)
}
