import { z } from 'zod'
import { takeTurn } from '@/lib/door/system-work/again'
import { notifyChannel as notify } from '@/lib/door/system-work/notify'
import type { JobHandler } from '../job'

const payloadSchema = z.object({
  systemKey: z.string(),
  requestId: z.string(),
  event: z.string(),
  id: z.string(),
  tries: z.number(),
})

/** Tells a team's channel that something waits, with ids only. */
export const notifyChannel: JobHandler = async (payload, { signal }) => {
  const notice = payloadSchema.parse(payload)
  await takeTurn('notify-channel', notice.id, { ...notice }, await notify(notice, signal))
}
