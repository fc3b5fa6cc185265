import { z } from 'zod'
import { requestCommand } from '../../command'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { supportAndPrivacy } from '../../permissions'
import { filePurposes } from '../../request'

/**
 * A file that the door has stored already. Not called by its name from outside: uploads go through the door's own
 * function, which checks the bytes first.
 */
export const attachFile = requestCommand({
  name: 'attach-file',
  label: 'Attach a file',
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing'],
  who: [...supportAndPrivacy, 'requester', 'support-readiness', 'console-engineer', 'forum-admin'],
  internal: true,
  input: z.object({
    id: z.string(),
    name: z.string().max(255),
    size: z.number().int().min(0),
    mediaType: z.string().max(100),
    purpose: z.enum(filePurposes),
    taskId: z.string().nullable(),
    storageKey: z.string(),
    sha256: z.string(),
  }),
  decide(request, { storageKey, sha256, ...file }, context) {
    const { purpose } = file
    const { actor, now } = context
    const task = file.taskId ? request.tasks.find(one => one.id === file.taskId) : null
    if (file.taskId && task?.state !== 'open') return refuse('task-not-open')
    const own = actor.kind === 'staff' && (actor.role === 'privacy' || !task || task.team === actor.role)
    if (actor.kind === 'staff' && !own) return refuse('not-allowed')
    if (actor.kind === 'requester' && purpose !== 'proof') return refuse('not-allowed')
    const addedBy = actor.kind === 'staff' ? actor.role : 'requester'
    const record = { ...file, addedBy, addedAt: now, removedAt: null }
    return new Draft(request, context)
      .set({ files: [...request.files, record] })
      .effect({ kind: 'keep-file', file: { ...record, storageKey, sha256 } })
      .fact({ file: file.id, purpose, size: file.size, task: task?.key ?? null })
      .done()
  },
})
