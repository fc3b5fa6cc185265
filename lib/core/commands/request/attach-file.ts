import { z } from 'zod'
import { mayUpload, purposeOn } from '../../derived/file-access'
import { privacyNeedsNote } from '../../derived/privacy-note'
import { roomFor } from '../../files/file-limits'
import { isBlankSheet } from '../../handbook/tasks/index'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'
import { hasOpenQuestion } from '../../machine/open-questions'
import { supportAndPrivacy } from '../../people/permissions'
import { filePurposes } from '../../request/file-record'

/**
 * A file that the door has stored already. Not called by its name from outside: uploads go through the door's own
 * function, which checks the bytes first.
 */
export const attachFile = requestCommand({
  name: 'attach-file',
  label: 'Attach a file',
  may: 'Upload: to tasks of the own team, to the request; the person, what Privacy asked for',
  who: [...supportAndPrivacy, 'requester', 'support-readiness', 'console-engineer', 'forum-admin', 'system'],
  says: { history: ({ task }) => (task ? `added a file to ${taskNamed(task)}` : 'added a file') },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing'],
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
    note: z.string().trim().max(2000).optional(),
    /** Its text is that of a blank sheet. */
    blank: z.boolean().default(false),
    /** The same bytes lie on another request’s task. */
    elsewhere: z.boolean().default(false),
    /** Somebody has checked that it belongs here all the same. */
    confirm: z.boolean().default(false),
  }),
  decide(request, { storageKey, sha256, note, blank, elsewhere, confirm, ...file }, context) {
    const { purpose } = file
    const { actor, now } = context
    const task = request.tasks.find(task => task.id === file.taskId) ?? null
    if (actor.kind === 'requester') {
      if (purpose !== 'proof' || task || !hasOpenQuestion(request, 'documents')) return refuse('not-asked')
    } else if (actor.kind === 'system') {
      // A connected system exports to the task that hands over, and to nothing else.
      if (purpose !== 'hand-over' || purposeOn(task) !== 'hand-over') return refuse('not-allowed')
    } else if (!mayUpload(actor, task) || purpose !== purposeOn(task)) return refuse('not-allowed')
    if (file.taskId && task?.state !== 'open') return refuse('task-not-open')
    if (task && privacyNeedsNote(task, note, actor)) return refuse('needs-note-from-privacy')
    if (purpose === 'hand-over' && (blank || isBlankSheet(sha256))) return refuse('blank-sheet')
    if (purpose === 'hand-over' && elsewhere && !confirm) return refuse('file-elsewhere', 'confirm')
    const room = roomFor(request.files, file.size, purpose)
    if (room !== 'room') return refuse(room)
    const addedBy = actor.kind === 'staff' ? actor.role : actor.kind
    const record = { ...file, addedBy, addedAt: now, removedAt: null }
    const draft = new Draft(request, context)
    if (note) draft.note(note, file.taskId)
    return draft
      .set({ files: [...request.files, record] })
      .effect({ kind: 'keep-file', file: { ...record, storageKey, sha256 } })
      .fact({ file: file.id, purpose, size: file.size, task: task?.key ?? null })
      .done()
  },
})
