import type { PagesOf } from './page'

/** What can be wrong with a file, or with a task for want of one. */
export const fileProblems = {
  'no-such-file': {
    means: 'The task has no file with this id.',
    why: ['It was removed already, has had its time, or lies on another task of the request.'],
    next: ['Read the request: `files[]` lists what is there, each with its `taskId`.'],
    see: ['not-found', 'file-missing'],
  },
  'file-missing': {
    means: 'This task hands a file to the person, and there is none on it yet.',
    why: [
      'Completing it tells the person that their data is ready to download. Without a file they would find nothing there.',
    ],
    next: [
      'Upload it with `POST /api/v1/tasks/{id}/files`, then complete the task.',
      'If nothing is held about the person, resolve as `not_found`: they are told so kindly.',
    ],
    see: ['file-there', 'blank-sheet', 'steps-open'],
  },
  'file-there': {
    means: '“Not Found” contradicts the file that lies on the task.',
    why: [
      'Somebody found something, or put the file on the wrong task. Either way it must not be lost by saying that nothing was there.',
    ],
    next: [
      'Look at the file. If it is this person’s data, resolve as `complete`.',
      'If it is in the wrong place, take it off with `remove-file`, then resolve as `not_found`.',
    ],
    see: ['file-missing', 'file-elsewhere'],
  },
  'blank-sheet': {
    means: 'The file is the blank sheet, just as it is downloaded, or has nothing filled in.',
    why: [
      'It is for the engineer to fill in. Sent as it is, the person would get an empty table in answer to “what do you hold about me?”.',
    ],
    next: [
      'Fill it in from the Customers Portal and Zendesk, save it, and upload it again.',
      'If there is nothing to fill in, resolve the task as `not_found` without a file.',
    ],
    see: ['file-missing', 'file-there'],
  },
  'file-elsewhere': {
    means: 'Exactly this file lies on another request’s task already.',
    why: [
      'One person’s data sent to another is the worst that can happen here, and two sheets with the same bytes are how it begins.',
    ],
    next: [
      'Open the file and compare it with the request: username, addresses, dates.',
      'If it belongs to this person, upload it again with `confirm=true`. If not, find theirs.',
    ],
    see: ['blank-sheet'],
  },
  'file-type': {
    means: 'Files of this kind aren’t taken. Nothing was stored.',
    why: [
      'The kind is told by the file’s bytes, not by its name: PDF, PNG, JPEG, WebP, HEIC, text and CSV, XLSX, DOCX, ODT, ODS, ZIP and GZ.',
      'Refused even so: documents with macros, archives that unpack to far more than they seem or point outside themselves, and names that a computer would run.',
    ],
    next: [
      'Save it as one of those kinds; a presentation as PDF, for example.',
      'A renamed file stays what it was: convert it. Documents of Word or Excel are saved without macros.',
    ],
    see: ['unsupported-media-type', 'file-too-large'],
  },
  'file-too-large': {
    means: 'The file, or all files of the request together, weigh more than there is room for.',
    why: [
      'A file can have 25 MB, and all of a request 200 MB. On a task that hands its files over, it is 2,000 MB and 10,000 MB, counted separately.',
    ],
    next: [
      'Compress it, or divide it into several files.',
      'Take off what isn’t needed with `remove-file`: files that were removed no longer count.',
      'An export belongs on its task, where there is more room, and not on the request.',
    ],
    see: ['too-many-files', 'no-room'],
  },
  'too-many-files': {
    means: 'The request has as many files as one can have, or the call brought more than one.',
    why: ['A request can have 20 files, and its tasks 20 more to hand over. A call brings one file.'],
    next: [
      'Put several into one archive, or take off what isn’t needed with `remove-file`.',
      'Make one call for each file.',
    ],
    see: ['file-too-large'],
  },
} as const satisfies PagesOf
