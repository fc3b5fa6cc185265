import type { Reason } from '../derived/reasons'

/** What a refusal says to people about tasks, their steps and their files. */
export const taskRefusals = {
  'task-not-open': {
    status: 409,
    title: 'The task is not open. Look at how it ended; Privacy can reopen it.',
  },
  'no-such-task': {
    status: 404,
    title: 'There is no such task, or not for you. Look at the request’s tasks.',
  },
  'no-such-step': { status: 422, title: 'The task has no such step. Look at its list of steps.' },
  'no-such-file': { status: 404, title: 'The task has no such file. Look at its list of files.' },
  'step-out-of-order': { status: 409, title: 'Steps are done in order. Do the one that comes first.' },
  'step-done': { status: 409, title: 'The step is done already. Look at the list of steps.' },
  'step-running': {
    status: 409,
    title: 'A connected system is doing this step. Wait for it, or choose to do it by hand.',
  },
  'step-not-running': {
    status: 409,
    title: 'No connected system is doing this step now. Look at the task; it may be done, or be a person’s.',
  },
  'no-system': {
    status: 409,
    title: 'No connected system can do this. Do it by hand, as the step says; an admin can connect systems.',
  },
  'step-needed-after-all': {
    status: 409,
    title: 'The account owns groups alone by now. Do the step for those groups first.',
  },
  'seen-by-product': {
    status: 409,
    title: 'Habeas saw this step itself, so nobody takes it back. Change what it saw, such as the file.',
  },
  'not-listed': {
    status: 409,
    title: 'The account’s addresses aren’t on the deletion list yet. Tick the steps before this one first.',
  },
  'version-too-old': {
    status: 422,
    title: 'That version doesn’t have this account’s addresses yet. Upload the newest one.',
  },
  'no-such-version': {
    status: 422,
    title: 'The deletion list has no version with that number yet. Look at the newest one.',
  },
  'step-needs-link': {
    status: 422,
    title: 'This step is ticked with a link. Give the whole link, with https://.',
  },
  'step-needs-text': {
    status: 422,
    title: 'A step of this task asks for a text. Give it with the step, or say in the note what was done.',
  },
  'steps-open': { status: 409, title: '“Complete” needs every step to be ticked. Tick what is left first.' },
  'note-required': { status: 422, title: 'An exception needs a note. Say in it why the task wasn’t done.' },
  'needs-note-from-privacy': {
    status: 422,
    title: 'Privacy works another team’s task only with a note. Say in it why you do.',
  },
  'not-found-not-allowed': {
    status: 422,
    title: '“Not Found” is not a resolution of this task. Use “Complete”, or “Exception” with a note.',
  },
  'system-task': {
    status: 409,
    title: 'The system carries this task out. If it can’t, Privacy gets the task.',
  },
  'file-missing': { status: 409, title: 'Upload the file first; there is nothing to hand over yet.' },
  'file-there': {
    status: 409,
    title: 'A file lies on this task. Remove it if nothing was found, or complete the task.',
  },
  'blank-sheet': { status: 422, title: 'This is the blank sheet. Fill it in, then upload it.' },
  'file-elsewhere': {
    status: 409,
    title:
      'The same file is on another person’s task. Check that it belongs to this person, then confirm it.',
  },
  'file-type': {
    status: 422,
    title:
      'Files of this kind are not taken. Save it as PDF, XLSX, CSV, DOCX, ODS, ODT, a picture, text or an archive.',
  },
  'file-too-large': {
    status: 413,
    title:
      'A file can have 25 MB, and all files of a request 200 MB. For files to hand over it is 2,000 MB and 10,000 MB.',
  },
  'too-many-files': { status: 429, title: 'A request can have 20 files. Put several into one archive.' },
} as const satisfies Partial<Record<Reason, { status: number; title: string }>>
