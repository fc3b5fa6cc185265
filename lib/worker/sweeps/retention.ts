import { fileStorage } from '@/lib/files/storage'
import { contentOutOfTime, eraseContent, forgetLoose } from '@/lib/store/retention/retention'
import { filesOutOfTime, removeFile } from '@/lib/store/retention/retention-files'
import { readSetting } from '@/lib/store/settings/settings'
import type { Sweep } from '../engine'
import { system } from '../system'

const removeBytes = (storageKey: string) => fileStorage().remove(storageKey)

/** What has been kept for its time leaves, one request or file at a time, so that a worker that ends takes it up again. */
export const retain: Sweep = {
  name: 'retention',
  async run() {
    const days = await readSetting('retention')
    for (const id of await filesOutOfTime(system, days)) await removeFile(system, id, days, removeBytes)
    for (const id of await contentOutOfTime(system, days)) await eraseContent(system, id, days, removeBytes)
    await forgetLoose(system, days)
  },
}
