import { z } from 'zod'

export const filePurposes = ['hand-over', 'proof', 'attachment'] as const
export type FilePurpose = (typeof filePurposes)[number]

/** A stored file as the rules need it; the bytes are elsewhere. */
export const fileRecord = z.object({
  id: z.string(),
  taskId: z.string().nullable(),
  name: z.string(),
  size: z.number(),
  mediaType: z.string(),
  purpose: z.enum(filePurposes),
  addedBy: z.string(),
  addedAt: z.date(),
  removedAt: z.date().nullable(),
})
export type FileRecord = z.infer<typeof fileRecord>
