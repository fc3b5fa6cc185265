import { tryParts } from '@/lib/door/due/try-each'
import { publishFirstEntry } from '@/lib/door/usage/announce'
import { mailChanges } from '@/lib/door/usage/tell-subscribers'
import { log } from '@/lib/log'
import type { Sweep } from '../engine'

async function firstEntry(): Promise<void> {
  if (await publishFirstEntry()) log.info('wrote the first entry of the change log of usage data')
}

async function mails(signal?: AbortSignal): Promise<void> {
  const told = await mailChanges(signal)
  if (told > 0) log.info({ told }, 'told subscribers of a change of usage data')
}

/** The first entry of the change log, where there is none, and mail about entries to those who asked for it. */
export const usageAnnouncements: Sweep = {
  name: 'usage announcements',
  async run(signal) {
    await tryParts(
      { 'first entry of the change log': firstEntry, 'mails about changes': () => mails(signal) },
      signal,
    )
  },
}
