import type { StaffActor } from '@/lib/core/people/actor'
import { logOffChannel, openFromTicket } from '@/lib/door/off-channel/off-channel'
import type { DemoPerson } from './directory'

const arrivals = [
  ['support-ticket', 'account-deletion', 'deletion-instructions', 2201],
  ['mail', 'data-access', 'privacy-center-link', undefined],
  ['letter', 'account-deletion', 'deletion-instructions', undefined],
  ['support-ticket', 'data-portability', 'portability-instructions', 2204],
  ['support-ticket', 'data-export', 'privacy-center-link', 2205],
  ['support-ticket', 'data-export', 'open-export', 2206],
] as const

/** What came by other ways than the Privacy Center; for the last one a request was opened. */
export async function logDemoArrivals(engineer: StaffActor, person: DemoPerson): Promise<void> {
  let entry: string | undefined
  for (const [channel, asksFor, answer, number] of arrivals) {
    const ticket = number ? `https://support.example/tickets/${number}` : ''
    const commandId = `demo:off-channel:${channel}:${answer}`
    const logged = await logOffChannel(engineer, { channel, asksFor, answer, ticket }, commandId)
    if (!logged.ok) throw new Error(`demo off-channel ${asksFor}: ${logged.reason}`)
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
