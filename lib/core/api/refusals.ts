import type { Reason } from '../derived/reasons'
import { taskRefusals } from './task-refusals'

/** What a refusal says to people, in one place; every reason has its words and its HTTP status. */
export const refusals: Readonly<Record<Reason, { status: number; title: string }>> = {
  ...taskRefusals,
  'not-found': {
    status: 404,
    title: 'There is nothing here, or not for you. Check the address or the reference.',
  },
  'not-allowed': {
    status: 403,
    title: 'Your role may not do this. Ask somebody whose role may, or escalate the request.',
  },
  'no-longer-allowed': {
    status: 403,
    title: 'You may not do this any more: your access or your role has changed. Nothing was done.',
  },
  conflict: {
    status: 409,
    title: 'Somebody changed this request meanwhile. Look at the newest version, then try again.',
  },
  'key-used': {
    status: 409,
    title: 'This Idempotency-Key was used for another call. Send it with a new one.',
  },
  'invalid-input': {
    status: 422,
    title: 'Something is missing or wrong in what was sent. Put it right, and send it again.',
  },
  'illegal-state': { status: 409, title: 'This can’t be done as the request is now. Look at its next step.' },
  'on-hold': { status: 409, title: 'The request is on hold. The work continues once the hold has ended.' },
  'not-destructive-yet': {
    status: 409,
    title:
      'Nothing of the work is done before every verification has passed. Look at the next step for what is missing.',
  },
  contradiction: {
    status: 422,
    title: 'This contradicts what is known of the request. Check what you gave.',
  },
  'nothing-to-judge': {
    status: 409,
    title: 'There are no answers to judge. Wait for them, or record what came another way.',
  },
  'already-answered': {
    status: 409,
    title: 'This was asked or answered already, and counts once. Look at what was said.',
  },
  'no-question-open': {
    status: 409,
    title: 'No question is open. What the person says can still be written or recorded as a message.',
  },
  'questions-not-needed': {
    status: 409,
    title: 'These questions are not what the rating calls for. Look at the next step for what does.',
  },
  'not-blocked': {
    status: 409,
    title:
      'The account is neither blocked nor banned, so there is nothing to review. Go on with the next step.',
  },
  'review-not-open': { status: 409, title: 'No security review is open. Ask for one first.' },
  'review-already-open': {
    status: 409,
    title: 'A security review was asked for already. Record its result instead.',
  },
  'questions-first': {
    status: 409,
    title: 'The verification questions come first. Settle them, then ask for the review.',
  },
  'not-a-duplicate': {
    status: 409,
    title: 'There is no earlier open request that this one repeats. Work this one on its own.',
  },
  'already-asked': {
    status: 409,
    title: 'The person was asked already. Wait for their answer, or until their time to answer is over.',
  },
  'nothing-to-clarify': {
    status: 409,
    title: 'Only somebody who asks for data is asked what they mean. Write a message instead.',
  },
  'another-requester': {
    status: 409,
    title: 'The earlier request is somebody else’s. It is no duplicate; Privacy looks at both.',
  },
  'access-open': {
    status: 409,
    title:
      'An access or export is open for the same account. Hand it over first, or say why the deletion needn’t wait.',
  },
  'waits-for-nothing': {
    status: 409,
    title: 'The request waits for no other one. Go on with its next step.',
  },
  'deleted-meanwhile': {
    status: 409,
    title:
      'Another request deleted the account meanwhile. “Not Found” would say that nothing was ever held; resolve as “Exception”.',
  },
  'third-attempt': {
    status: 409,
    title:
      'Two verifications of this account were not passed within a year. Privacy decides about another attempt.',
  },
  'unknown-message': {
    status: 422,
    title: 'There is no such message. Choose one from the list of templates.',
  },
  'use-command': { status: 409, title: 'This is done by a command of its own. Use that one.' },
  'missing-variable': {
    status: 422,
    title: 'A variable of the message has no value, or was taken out. Put it back or fill it in.',
  },
  'hold-not-open': {
    status: 409,
    title: 'There is no such open hold. Load the page again to see what is open.',
  },
  'erasure-begun': {
    status: 409,
    title: 'The deletion has begun, and can no longer be taken back. Finish it, or escalate the request.',
  },
  'not-reopenable': {
    status: 409,
    title: 'A request with this outcome isn’t reopened. Open a new one that follows it.',
  },
  'same-type': {
    status: 409,
    title: 'The request is of this type already. Choose another type, or leave it.',
  },
  'checks-answered': { status: 409, title: 'The checks have answered already. Go on with what they say.' },
  'account-changed': {
    status: 409,
    title: 'The account is not what it was when it was checked. The request is on hold, and Privacy decides.',
  },
  'directory-unreachable': {
    status: 409,
    title: 'The account can’t be looked up now. Nothing was changed; try again.',
  },
  'already-deleted': {
    status: 409,
    title: 'The account is already deleted; its task was completed. Go on with what is left.',
  },
  'not-uncertain': { status: 409, title: 'It is known what became of this mail. Nothing has to be settled.' },
  'not-self-deleted': {
    status: 409,
    title: 'The account was not blocked by the user’s own deletion. Look at the checks for what it is.',
  },
  'not-deleted': { status: 409, title: 'The account is not deleted. Look at the checks for what it is.' },
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
  'confirm-again': {
    status: 403,
    title:
      'Confirm first that it is you. Changes like this one are only made within ten minutes of that; nothing was changed.',
  },
  'escalation-open': {
    status: 409,
    title: 'A question to Privacy is open. The work continues once it is answered.',
  },
  'unread-message': {
    status: 409,
    title: 'The person wrote something that nobody has read yet. Read it first; then the work continues.',
  },
  'nothing-unread': {
    status: 409,
    title: 'Everything that the person wrote has been read. Go on with the next step.',
  },
  'exception-stands': {
    status: 409,
    title: 'A task ended as an exception. The work continues once Privacy has decided about it.',
  },
  'no-answer-unread': {
    status: 409,
    title: 'Every answer of Privacy has been read. Go on with the next step.',
  },
  'not-acceptable': {
    status: 409,
    title: 'Only the exception of a follow-up task can be accepted. Reopen this task, or refuse the request.',
  },
  'no-escalation-open': {
    status: 409,
    title: 'No question to Privacy is open. Load the page again to see what became of it.',
  },
  'no-appeal': {
    status: 409,
    title: 'The law of this request has no appeal to us. Open a complaint instead.',
  },
  'appeal-open': { status: 409, title: 'An appeal or a complaint is open already. Answer that one first.' },
  'no-appeal-open': { status: 409, title: 'No appeal or complaint is open. Open one first.' },
  'consent-first': {
    status: 409,
    title: 'Nobody’s employer is told against their will. Wait until the person has said yes.',
  },
  'permission-not-asked': {
    status: 409,
    title: 'This request doesn’t wait for an owner’s permission. Look at its next step.',
  },
  'authority-not-open': {
    status: 409,
    title: 'No authority waits to be validated. Look at the request’s next step.',
  },
  'not-extendable': {
    status: 409,
    title:
      'This law doesn’t allow an extension for that reason. Choose one of its reasons, or answer in time.',
  },
  'already-extended': {
    status: 409,
    title: 'The deadline was extended already, and the law allows it once. Answer by the day that was told.',
  },
  'too-late': {
    status: 409,
    title: 'An extension has to be told before the first deadline ends. Answer as soon as you can.',
  },
  'beyond-limit': { status: 422, title: 'The law allows no day as late as that. Choose an earlier one.' },
  'second-person': {
    status: 409,
    title:
      'The law sets no limit, and this is more than 90 days after the first due date. A second Privacy person has to extend it to that day, too.',
  },
  'type-needs-more': {
    status: 409,
    title: 'That type needs more than this request knows. Ask the person to make a request of that type.',
  },
  'not-asked': {
    status: 409,
    title: 'Nothing was asked that this would answer. Write it as a message instead.',
  },
  'mailbox-message-missing': {
    status: 409,
    title:
      'This counts only on the requester’s own message, and there is none in this request. Record what they said first.',
  },
}
