import { publishFirstEntry } from '@/lib/door/usage/announce'
import { mailNextChange } from '@/lib/door/usage/tell-subscribers'
import { log } from '@/lib/log'
import type { Sweep } from '../engine'

/** The first entry of the change log, where there is none, and mail about entries to those who asked for it. */
export const usageAnnouncements: Sweep = {
  name: 'usage announcements',
  async run() {
    if (await publishFirstEntry()) log.info('wrote the first entry of the change log of usage data')
    const told = await mailNextChange()
    if (told > 0) log.info({ told }, 'told subscribers of a change of usage data')
  },
}
