import { z } from 'zod'
import { filesFor } from '../derived/file-access'
import type { StaffActor } from '../people/actor'
import { filePurposes } from '../request/file-record'
import type { PrivacyRequest } from '../request/request'
import { type At, text, time } from './view-scalars'

/** A file that the role may open; its bytes are fetched apart. */
export const fileView = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
  purpose: z.enum(filePurposes),
  taskId: text,
  addedBy: z.string(),
  addedAt: time,
})

export const filesView = (request: PrivacyRequest, actor: StaffActor, at: At): z.output<typeof fileView>[] =>
  filesFor(actor, request).map(({ id, name, size, mediaType, purpose, taskId, addedBy, addedAt }) => ({
    id,
    name,
    size,
    mediaType,
    purpose,
    taskId,
    addedBy,
    addedAt: at(addedAt),
  }))
