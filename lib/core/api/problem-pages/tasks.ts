import type { PagesOf } from './page'

/** What can be wrong with an act on a task, its steps and how it ends. */
export const taskProblems = {
  'no-such-task': {
    means: 'There is no task with this id, or none that your role may see.',
    why: [
      'The id belongs to no task, or to one of a request that your team has no task on.',
      'The message `project-export-complete` was sent on a request that has no export to hand over.',
    ],
    next: [
      'Read the request and take the `id` from `tasks[]`.',
      'For a message, choose one that fits the request’s type.',
    ],
    see: ['not-found', 'task-not-open'],
  },
  'task-not-open': {
    means: 'The task isn’t in the condition that this act needs.',
    why: [
      'Ticking, resolving and uploading need an open task. This one is resolved, or was cancelled when its request closed.',
      'The reverse for Privacy: `reopen-task` needs one that ended as `exception` or `not_found`, and `accept-exception` one whose exception nobody has accepted yet.',
    ],
    next: [
      'Look at `state`, `resolution` and `note` of the task: somebody may have done it.',
      'If it ended wrongly, Privacy uses `reopen-task` with a note. A task that is `complete` isn’t reopened.',
    ],
    see: ['not-acceptable', 'exception-stands'],
  },
  'no-such-step': {
    means: 'The task has no step with this key; `detail` repeats it.',
    why: [
      'Steps follow from the task. A key of another task, or the step’s label in place of its key, is none.',
      '`record-list-upload` needs a task that puts addresses on the deletion list.',
    ],
    next: ['Read the request and take the `key` from `tasks[].steps[]`.'],
    see: ['no-such-task', 'step-out-of-order'],
  },
  'step-out-of-order': {
    means: 'Another step comes first; `detail` has its key.',
    why: [
      'The steps of a task are a procedure: what blocks a deletion is cleared before it, and that the user is gone is verified after it. So they are ticked from the first to the last.',
      'Taking a tick back works the other way round: only the last one.',
    ],
    next: ['Do the step in `detail`, and tick it. If it doesn’t apply, tick it with a note that says so.'],
    see: ['steps-open', 'step-needed-after-all', 'seen-by-product'],
  },
  'step-needed-after-all': {
    means: 'A step that counted as not needed is needed now; `detail` has its key. Nothing was deleted.',
    why: [
      'The checks had found no group that the account alone owns, so Habeas ticked that step itself. The look-up just before the deletion found one. Deleting now would take other members’ work with it, or be blocked.',
    ],
    next: [
      'Delete those groups, or have them transferred, as the step says, and tick it by hand.',
      'Then tick the deletion again; the account is looked up once more.',
    ],
    see: ['step-out-of-order', 'account-changed'],
  },
  'seen-by-product': {
    means: 'Habeas saw for itself that this step is done, so nobody can take the tick back.',
    why: [
      'Some steps tick themselves: the blank sheet was downloaded, the file is on the task, the addresses are on the deletion list. `steps[].evidence` says what was seen, and when.',
    ],
    next: [
      'Change what was seen: `remove-file`, for example, also takes back the tick of an upload.',
      'If the evidence is right and the work is wrong, say so with `add-note`, and `escalate`.',
    ],
    see: ['step-out-of-order', 'erasure-begun'],
  },
  'step-needs-link': {
    means: 'This step is ticked together with a link, and there was none.',
    why: [
      'Where `steps[].asks` is `link`, what was done is somewhere else, and somebody who reads the request later has to find it.',
    ],
    next: [
      'Send the whole address as `given`, beginning with `https://`. A `note` that is such an address counts, too.',
    ],
    see: ['step-needs-text'],
  },
  'step-needs-text': {
    means: 'A step of this task asks for words on what was done, and nobody has given any.',
    why: [
      'Where `steps[].asks` is `text`, such as “Comment here what was deleted” on the forum task, the words are the proof of the work. The step can be ticked without them; the task can’t be completed.',
    ],
    next: [
      'Send `resolve` with a `note` that says what was done. Next time, send the text as `given` with `tick-step`.',
    ],
    see: ['step-needs-link', 'steps-open'],
  },
  'steps-open': {
    means: '`complete` says that all was done, and some steps aren’t ticked.',
    why: [
      'A task is `complete` when every step of its list is. What was left out ends it as `exception`, with a note.',
    ],
    next: [
      'Do what is left, and tick it: `tasks[].steps[]` with `done: false`.',
      'If something can’t be done, resolve as `exception`, and say in the note what and why.',
    ],
    see: ['note-required', 'step-out-of-order', 'file-missing'],
  },
  'note-required': {
    means: 'A task that ends as `exception` needs a note.',
    why: [
      'An exception stops the request until Privacy has decided, and the note is what they decide by. It may reach the person in Privacy’s words.',
    ],
    next: [
      'Send `resolve` again with a `note`: what was not done, and why. Leave out what somebody else’s data says.',
    ],
    see: ['exception-stands'],
  },
  'needs-note-from-privacy': {
    means: 'Privacy may work another team’s task, but only with a note.',
    why: ['The task is that team’s. The note tells them, and the audit log, why Privacy did their work.'],
    next: ['Send the same act with a `note`. On an upload it is the form’s field `note`.'],
    see: ['not-allowed', 'system-task'],
  },
  'not-found-not-allowed': {
    means: '“Not Found” isn’t a way in which this task can end.',
    why: [
      'It counts for searches, for access and for follow-up tasks. On the deletion of an account it counts only where the checks found none: an account that was found can’t be missing.',
    ],
    next: [
      '`complete`, when it was done; `exception` with a note, when it couldn’t be.',
      'If the account is gone meanwhile, send the message `account-already-deleted` in its place.',
    ],
    see: ['account-still-there', 'deleted-meanwhile', 'note-required'],
  },
  'deleted-meanwhile': {
    means: 'Nothing was found because another request deleted it; `detail` has that request’s reference.',
    why: [
      '“Not Found” would tell the person that we never held anything. That is untrue: we held it when they asked, and deleted it on another request.',
    ],
    next: [
      'Resolve as `exception` with a note that names the other request, so that Privacy can tell the person the truth.',
    ],
    see: ['access-open', 'not-found-not-allowed'],
  },
  'system-task': {
    means: 'The system works this task; nobody resolves it by hand.',
    why: [
      'Erasing in marketing systems, and putting an address on the suppression list, happen without people. The outcome is written down by what did it.',
    ],
    next: [
      'Wait: it is tried again automatically. *Settings → Parked jobs* shows what doesn’t get through.',
      'Where the system gives up, the task becomes Privacy’s, and can then be resolved.',
    ],
    see: ['needs-note-from-privacy'],
  },
  'exception-stands': {
    means:
      'A task of this request ended as an exception, so nothing more is deleted, changed or handed over.',
    why: [
      'Every exception stops the request, but for the one on the Zendesk/cDot search that names one system. What one team couldn’t do may mean that the others shouldn’t.',
    ],
    next: [
      'Privacy decides: `reopen-task` to have it done, `accept-exception` for a follow-up task, or `close` with `refused`.',
      'Support can help with a note that says what is missing.',
    ],
    see: ['not-acceptable', 'note-required', 'escalation-open'],
  },
  'not-acceptable': {
    means: 'The exception of this task can’t be accepted.',
    why: [
      'Only follow-up tasks, in Zendesk and in the Customers Portal, can be let be: the person then reads what was not done, and why. The main task is what they asked for, so without it nothing is fulfilled.',
    ],
    next: [
      '`reopen-task` with a note, so that it is done after all; or `close` with `refused` and a ground.',
    ],
    see: ['exception-stands', 'task-not-open'],
  },
  'not-listed': {
    means: 'This account’s addresses aren’t on the data platform’s deletion list yet.',
    why: [
      'They are listed automatically once it was verified that the user is gone. A version of the list that was uploaded before that can’t hold them.',
    ],
    next: ['Tick the steps before this one, then upload the newest version of the list and record it.'],
    see: ['version-too-old', 'no-such-version', 'step-out-of-order'],
  },
  'version-too-old': {
    means: 'That version of the deletion list is from before this account’s addresses were on it.',
    why: [
      'Each change makes a new version. The step’s `evidence` says in which one the addresses first were; only that one or a later one deletes them.',
    ],
    next: ['Download the newest list, upload it to the GDPR folder, and record its number as `list`.'],
    see: ['not-listed', 'no-such-version'],
  },
  'no-such-version': {
    means: 'The deletion list has no version with that number yet.',
    why: ['The number is higher than the newest version. It is usually a mistyped one, or a date.'],
    next: ['Take the number from the name of the file that you uploaded: `deletions-v12.csv` is version 12.'],
    see: ['version-too-old'],
  },
} as const satisfies PagesOf
