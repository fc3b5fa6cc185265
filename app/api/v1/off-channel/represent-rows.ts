import { systemClock } from '@/lib/clock'
import { representOffChannel } from '@/lib/core/off-channel/off-channel-view'
import { timeIn } from '@/lib/core/view/representation'
import { organisationWords } from '@/lib/door/off-channel/organisation-words'
import { env } from '@/lib/env'
import type { OffChannelRow } from '@/lib/store/request/off-channel'

/** Entries as the API answers them, with the organisation's words of now. */
export async function represented(rows: readonly OffChannelRow[]) {
  const { orgTimeZone } = env()
  const clock = { timeZone: orgTimeZone, now: systemClock.now() }
  const words = await organisationWords()
  return rows.map(row => representOffChannel(row, words, clock, at => timeIn(orgTimeZone, at)))
}
