import { dayOf } from '@/lib/core/deadlines/days'
import type { Context, Facts } from '@/lib/core/machine/decision'
import { dueOf, nextReminderOf } from '@/lib/core/off-channel/due'
import type { Askable, OffChannelAnswer } from '@/lib/core/off-channel/off-channel'
import type { Tx } from '@/lib/store/database/transaction'
import { insertOffChannel, type OffChannelEntry } from '@/lib/store/request/off-channel'
import { tellPrivacy } from './tell-privacy'

/** What has arrived, before its due date is counted. */
type Arrived = Pick<
  OffChannelEntry,
  'channel' | 'ticket' | 'destination' | 'note' | 'country' | 'region' | 'loggedById' | 'receivedAt' | 'from'
> & { asksFor: Askable; rule: OffChannelAnswer }

/**
 * Writes an arrival down with the handbook's answer, and with its due date where a law's clock counts. Privacy is told of what is
 * theirs to answer.
 * @returns its id, and the facts for the audit log
 */
export async function enter(
  tx: Tx,
  { now: at, timeZone, ...rules }: Context,
  { asksFor, rule, ...arrived }: Arrived,
): Promise<{ id: string; facts: Facts }> {
  const { channel, receivedAt } = arrived
  const due = dueOf(rule, arrived, { ...rules, now: at, timeZone })
  const { key: answer } = rule
  const id = await insertOffChannel(tx, {
    ...arrived,
    asksFor,
    answer,
    ...(due ?? { dueOn: null, dueRule: null, lawBasis: null }),
    reminderAt: due && rule.privacyBy ? nextReminderOf(due.dueOn, at, timeZone) : null,
    at,
  })
  if (due && rule.privacyBy) await tellPrivacy(tx, { id, asksFor, dueOn: due.dueOn }, at)
  const counted = due && { dueOn: due.dueOn.toISOString(), dueRule: due.dueRule }
  const facts = { offChannel: id, channel, asksFor, answer, ...counted }
  return { id, facts: { ...facts, receivedOn: dayOf(receivedAt, timeZone).toString() } }
}
