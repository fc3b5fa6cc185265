import type { Reason } from '../derived/reasons'

/** What a refusal says to people, in one place; every reason has its words and its HTTP status. */
export const refusals: Readonly<Record<Reason, { status: number; title: string }>> = {
  'not-found': { status: 404, title: 'There is nothing here, or not for you.' },
  'not-allowed': { status: 403, title: 'Your role may not do this.' },
  conflict: {
    status: 409,
    title: 'Somebody changed this request meanwhile. Look at the newest version, then try again.',
  },
  'key-used': {
    status: 409,
    title: 'This Idempotency-Key was used for another call. Send it with a new one.',
  },
  'invalid-input': { status: 422, title: 'Something is missing or wrong in what was sent.' },
  'illegal-state': { status: 409, title: 'This can’t be done in the request’s present state.' },
  'on-hold': { status: 409, title: 'The request is on hold.' },
  'task-not-open': { status: 409, title: 'The task is not open.' },
  'no-such-task': { status: 404, title: 'There is no such task, or not for you.' },
  'no-such-step': { status: 422, title: 'The task has no such step.' },
  'no-such-file': { status: 404, title: 'The task has no such file.' },
  'step-out-of-order': { status: 409, title: 'Steps are done in order; another one comes first.' },
  'step-needs-link': {
    status: 422,
    title: 'This step is ticked with a link. Give the whole link, with https://.',
  },
  'step-needs-text': {
    status: 422,
    title: 'This step is ticked with a text or a link that says what was done.',
  },
  'steps-open': { status: 409, title: '“Complete” needs every step to be ticked.' },
  'note-required': { status: 422, title: 'An exception needs a note.' },
  'needs-note-from-privacy': { status: 422, title: 'Privacy works another team’s task only with a note.' },
  'not-destructive-yet': {
    status: 409,
    title: 'Nothing is deleted, changed or handed over before every verification has passed.',
  },
  contradiction: { status: 422, title: 'This contradicts what was found.' },
  'not-found-not-allowed': { status: 422, title: '“Not Found” is not a resolution of this task.' },
  'system-task': { status: 409, title: 'The system carries this task out by itself.' },
  'nothing-to-judge': { status: 409, title: 'There are no unjudged answers.' },
  'already-answered': {
    status: 409,
    title: 'The questions were already asked or answered; there is one attempt.',
  },
  'already-asked': {
    status: 409,
    title: 'The person was asked already. Wait for their answer, or until their time to answer is over.',
  },
  'nothing-to-clarify': { status: 409, title: 'Only somebody who asks for data is asked what they mean.' },
  'no-question-open': { status: 409, title: 'No question is open.' },
  'questions-not-needed': { status: 409, title: 'These questions are not what the rating calls for.' },
  'not-blocked': { status: 409, title: 'The account is neither blocked nor banned.' },
  'review-not-open': { status: 409, title: 'No security review is open.' },
  'review-already-open': { status: 409, title: 'A security review was already asked for.' },
  'questions-first': { status: 409, title: 'The verification questions come first.' },
  'not-a-duplicate': { status: 409, title: 'There is no earlier open request that this one repeats.' },
  'another-requester': {
    status: 409,
    title: 'The earlier request is somebody else’s. It is no duplicate; Privacy looks at both.',
  },
  'access-open': {
    status: 409,
    title:
      'An access or export is open for the same account. Hand it over first, or say why the deletion needn’t wait.',
  },
  'waits-for-nothing': { status: 409, title: 'The request waits for no other one.' },
  'deleted-meanwhile': {
    status: 409,
    title: 'Another request deleted the account meanwhile. “Not Found” would say that nothing was ever held.',
  },
  'third-attempt': {
    status: 409,
    title: 'Two verifications of this account failed within a year. Privacy decides about another attempt.',
  },
  'unknown-message': { status: 422, title: 'There is no such message.' },
  'use-command': { status: 409, title: 'This is done by a command of its own.' },
  'missing-variable': { status: 422, title: 'A variable of the message has no value, or was taken out.' },
  'hold-not-open': { status: 409, title: 'There is no such open hold.' },
  'erasure-begun': { status: 409, title: 'The deletion has begun; this can no longer be taken back.' },
  'not-reopenable': { status: 409, title: 'A request with this outcome isn’t reopened; open a new one.' },
  'same-type': { status: 409, title: 'The request is of this type already.' },
  'checks-answered': { status: 409, title: 'The checks have answered already.' },
  'account-changed': {
    status: 409,
    title: 'The account is not what it was when it was checked. The request is on hold, and Privacy decides.',
  },
  'directory-unreachable': {
    status: 409,
    title: 'The account directory can’t be reached now. Nothing was changed; try again.',
  },
  'already-deleted': { status: 409, title: 'The account is already deleted; its task was completed.' },
  'not-uncertain': { status: 409, title: 'The mail’s fate is known.' },
  'not-self-deleted': { status: 409, title: 'The account was not blocked by the user’s own deletion.' },
  'not-deleted': { status: 409, title: 'The account is not deleted.' },
  'account-still-there': {
    status: 409,
    title: 'The look-up still finds the account. Say in a note why it counts as gone.',
  },
  'owner-deleted': {
    status: 409,
    title: 'The user deleted this account themselves. Send Blocked Account Deletion Request instead.',
  },
  'four-eyes': {
    status: 409,
    title: 'This takes two people, and you did the other part. Somebody else has to do this one.',
  },
  'escalation-open': {
    status: 409,
    title: 'A question to Privacy is open; nothing is deleted or handed over before it is answered.',
  },
  'unread-message': {
    status: 409,
    title: 'The person wrote something that nobody has read yet. Read it first; then the work continues.',
  },
  'nothing-unread': { status: 409, title: 'Everything that the person wrote has been read.' },
  'exception-stands': {
    status: 409,
    title: 'A task ended as an exception; nothing is deleted or handed over before Privacy has decided.',
  },
  'no-answer-unread': { status: 409, title: 'Every answer of Privacy has been read.' },
  'not-acceptable': {
    status: 409,
    title: 'Only the exception of a follow-up task can be accepted.',
  },
  'no-escalation-open': { status: 409, title: 'No question to Privacy is open.' },
  'no-appeal': { status: 409, title: 'The law of this request has no appeal to us.' },
  'appeal-open': { status: 409, title: 'An appeal or a complaint is open already.' },
  'no-appeal-open': { status: 409, title: 'No appeal or complaint is open.' },
  'consent-first': {
    status: 409,
    title: 'Nobody’s employer is told against their will: the person has to say yes first.',
  },
  'permission-not-asked': { status: 409, title: 'This request doesn’t wait for an owner’s permission.' },
  'authority-not-open': { status: 409, title: 'No authority waits to be validated.' },
  'file-missing': { status: 409, title: 'Upload the file first; there is nothing to hand over yet.' },
  'file-there': {
    status: 409,
    title: 'A file lies on this task. Remove it if nothing was found, or complete the task.',
  },
  'not-extendable': { status: 409, title: 'This law doesn’t allow an extension for that reason.' },
  'already-extended': { status: 409, title: 'The deadline was extended already; the law allows it once.' },
  'too-late': { status: 409, title: 'An extension has to be told before the first deadline ends.' },
  'beyond-limit': { status: 422, title: 'The law allows no day as late as that. Choose an earlier one.' },
  'second-person': {
    status: 409,
    title:
      'The law sets no limit, and this is more than 90 days after the first due date. A second Privacy person has to extend it to that day, too.',
  },
  'type-needs-more': { status: 409, title: 'That type needs more than this request knows.' },
  'not-asked': { status: 409, title: 'Nothing was asked that this would answer.' },
  'blank-sheet': { status: 422, title: 'This is the blank sheet. Fill it in, then upload it.' },
  'file-elsewhere': {
    status: 409,
    title:
      'The same file is on another person’s task. Check that it belongs to this person, then confirm it.',
  },
  'file-type': { status: 422, title: 'Files of this kind are not taken.' },
  'file-too-large': {
    status: 413,
    title:
      'A file can have 25 MB, and all files of a request 200 MB. For files to hand over it is 2,000 MB and 10,000 MB.',
  },
  'too-many-files': { status: 429, title: 'A request can have 20 files.' },
  'mailbox-message-missing': {
    status: 409,
    title: 'Only on the requester’s own message, and there is none in this request.',
  },
}
