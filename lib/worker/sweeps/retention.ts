import { tryEach, tryParts } from '@/lib/door/due/try-each'
import { eraseContent } from '@/lib/door/retention/erase-content'
import { removeFile } from '@/lib/door/retention/remove-file'
import type { Due } from '@/lib/store/database/due-tries'
import { contentOutOfTime, looseParts } from '@/lib/store/retention/retention'
import { filesOutOfTime } from '@/lib/store/retention/retention-files'
import { readSetting } from '@/lib/store/settings/settings'
import type { Sweep } from '../engine'
import { system } from '../system'

/**
 * Erases content past its retention period, one request or file at a time. A failure doesn't stop the others, and an
 * interrupted run is picked up again by the next worker.
 */
export const enforceRetention: Sweep = {
  name: 'retention',
  async run(signal) {
    const days = await readSetting('retention')
    const file = async ({ id }: Due) => void (await removeFile(id, days))
    const content = async ({ id }: Due) => void (await eraseContent(id, days))
    await tryEach('files', await filesOutOfTime(system, days), file, signal)
    await tryEach('content', await contentOutOfTime(system, days), content, signal)
    await tryParts(looseParts(system, days), signal)
  },
}
