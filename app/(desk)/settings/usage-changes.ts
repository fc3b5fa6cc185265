import { announceChanges } from '@/lib/door/usage/announce'
import { saveMinimumGroup } from '@/lib/door/usage/minimum-group'
import { rotateKey } from '@/lib/door/usage/rotate'
import { saveServicePing } from '@/lib/door/usage/service-ping'
import { type Change, changeResult } from './change-result'

/** What the pages about usage data change. */
export const usageChanges: Readonly<Record<string, Change>> = {
  'announce-usage': async (actor, input, commandId) =>
    changeResult(
      await announceChanges(actor, input, commandId),
      'Announced.',
      'It is in the list of changes and in the feed, subscribers are mailed, and collecting has begun.',
    ),
  'rotate-usage-key': async (actor, input, commandId) =>
    changeResult(
      await rotateKey(actor, input, commandId),
      'Announced, and the key is rotated.',
      'New events have new codes from this moment on.',
    ),
  'change-minimum-group': async (actor, input, commandId) =>
    changeResult(
      await saveMinimumGroup(actor, input, commandId),
      'Saved.',
      'It applies at once, and appears in the public list of changes.',
    ),
  'change-service-ping': async (actor, input, commandId) =>
    changeResult(
      await saveServicePing(actor, input, commandId),
      'Saved.',
      'Whether counts leave, and where to, appears in the public list of changes.',
    ),
}
