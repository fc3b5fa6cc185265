import type { ShownFile } from '@/components/request/panels/file-list'
import { filesFor } from '@/lib/core/derived/file-access'
import type { StaffActor } from '@/lib/core/people/actor'
import type { FilePurpose } from '@/lib/core/request/file-record'
import type { PrivacyRequest } from '@/lib/core/request/request'

/** The files of a request that this person may open, with where each is downloaded. */
export const shownFiles = (
  actor: StaffActor,
  request: Pick<PrivacyRequest, 'reference' | 'tasks' | 'files'>,
): (ShownFile & { taskId: string | null; purpose: FilePurpose })[] =>
  filesFor(actor, request).map(({ id, name, size, addedBy, addedAt, taskId, purpose }) => ({
    id,
    name,
    size,
    addedBy,
    addedAt,
    taskId,
    purpose,
    href: `/files/${id}`,
  }))
