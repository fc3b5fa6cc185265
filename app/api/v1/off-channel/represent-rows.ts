import { representOffChannel } from '@/lib/core/off-channel/off-channel-view'
import { timeIn } from '@/lib/core/view/representation'
import { env } from '@/lib/env'
import type { OffChannelRow } from '@/lib/store/request/off-channel'
import { readSetting } from '@/lib/store/settings/settings'

/** Entries as the API answers them, with the organisation's words of now. */
export async function represented(rows: readonly OffChannelRow[]) {
  const { appUrl, orgTimeZone } = env()
  const words = {
    organisation: await readSetting('organisation'),
    export_steps: await readSetting('export-steps-link'),
    privacy_center: appUrl,
  }
  return rows.map(row => representOffChannel(row, words, at => timeIn(orgTimeZone, at)))
}
