import { tryParts } from '@/lib/door/due/try-each'
import { publishFirstEntry } from '@/lib/door/usage/announce'
import { mailChanges } from '@/lib/door/usage/mail-changes'
import { log } from '@/lib/log'
import type { Sweep } from '../engine'

async function firstEntry(): Promise<void> {
  if (await publishFirstEntry()) log.info('wrote the first entry of the change log of usage data')
}

async function mails(signal?: AbortSignal): Promise<void> {
  const mailed = await mailChanges(signal)
  if (mailed > 0) log.info({ mailed }, 'mailed subscribers about a change of usage data')
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
