import type { PagesOf } from './page'

/** What can be wrong with asking people, and with what they answered. */
export const answerProblems = {
  'nothing-to-judge': {
    means: 'There are no answers that could be marked as passed, failed or waived.',
    why: [
      'No verification questions were asked on this round, or they were judged already.',
      'They can be passed only by what the person said: answers, or a reply in their place. `waive-verification` needs somebody who asks for another person and has said that they can’t know the answers.',
    ],
    next: [
      'Wait for the answers, or record what came another way with `record-reply` and its `answers`.',
      'Where no answer will come, `fail-verification` needs only a note; silence does the same when the window ends.',
    ],
    see: ['no-question-open', 'questions-not-needed'],
  },
  'already-answered': {
    means: 'This was asked or answered already, and counts once.',
    why: [
      'There is one attempt at the verification questions: a second would let somebody guess. An answer to “may we contact your administrator?”, and a message that asks it, count once as well.',
      'A question can be sent again only where a reply came in place of an answer, or its mail never arrived.',
    ],
    next: [
      'Read what was said on *Messages*. The answers are waiting to be judged, or were.',
      'Something to add: `general-reply`, or `record-reply` without `answers`.',
    ],
    see: ['already-asked', 'third-attempt'],
  },
  'no-question-open': {
    means: 'No verification questions are open on this request, so there is nothing to answer.',
    why: [
      'None were needed, the request has left `verifying`, or it was reopened and its former questions don’t count any more.',
      '“I can’t know this” is only for those who ask for another person.',
    ],
    next: ['What the person says is kept all the same: `record-reply` with a `text` and without `answers`.'],
    see: ['already-answered', 'nothing-to-judge'],
  },
  'questions-not-needed': {
    means: 'These questions aren’t the ones that this request calls for.',
    why: [
      'Questions follow the risk rating: `medium` has one set, `high` another, `low` none. They are asked only where the account has a private project, or may have one; an export with a high rating always asks.',
      'An account that its owner has deleted is asked nothing.',
    ],
    next: [
      'Look at `risk.rating`, and take the message that `nextSteps` offers. If it offers none, no questions are needed.',
    ],
    see: ['questions-first', 'owner-deleted'],
  },
  'third-attempt': {
    means:
      'Two verifications of this account weren’t passed within a year, so the next attempt is Privacy’s.',
    why: [
      'Somebody who tries again and again may be guessing. Failed answers count, silence too, and answers of a request that was withdrawn before they were judged; on every request about the account.',
    ],
    next: [
      'Leave it to Privacy, who were told, or ask them with `escalate`. They may send the questions, and judge them as passed.',
      '`fail-verification` remains open to support.',
    ],
    see: ['already-answered', 'not-allowed'],
  },
  'already-asked': {
    means:
      'The person was asked what they mean, and still has time to answer; or the mail that asks is on its way.',
    why: [
      'A second question before the first is answered confuses people, and where the law pauses the clock meanwhile, that would put the answer off for nothing.',
    ],
    next: [
      'Wait for the answer, or for the end of the window `clarification`. A different matter goes into `general-reply`.',
    ],
    see: ['nothing-to-clarify', 'already-answered'],
  },
  'nothing-to-clarify': {
    means: 'Only somebody who asks for data, an access or an export, is asked what they mean by it.',
    why: [
      'What a deletion deletes is the same for everybody, so there is nothing about it that would have to be narrowed down.',
    ],
    next: [
      'Write a `general-reply` in its place. If the person may want another type, `retype` corrects it.',
    ],
    see: ['already-asked'],
  },
  'not-asked': {
    means: 'This answers, or asks again, something that isn’t open on this request.',
    why: [
      'Documents come after *Documents Needed*, help after *Project Export Self-Serve*, the person’s own confirmation after Privacy asked for it. Without that question the answer has nowhere to go.',
      'The window may just have ended, or the request moved on.',
    ],
    next: [
      'Read `windows[]` for what is open.',
      'What the person says is kept in any case: `record-reply` with a `text`.',
    ],
    see: ['no-question-open', 'illegal-state'],
  },
  'mailbox-message-missing': {
    means: 'This counts only on the person’s own word, and there is no message of theirs in the request.',
    why: [
      'A request is withdrawn, an employer is contacted and help is given because the person said so. What a colleague has heard must be on record, with its channel and its day.',
    ],
    next: [
      'Record it first: `record-reply` with `channel`, `at` and `text`; to stop, with `effect` `withdraw`.',
      'Then send the same call again.',
    ],
    see: ['consent-first', 'unread-message'],
  },
  'consent-first': {
    means: 'The person hasn’t said that we may contact their administrator.',
    why: [
      'Nobody’s employer learns of a privacy request against the person’s will. *Enterprise User* asks them, and only a yes opens this step.',
    ],
    next: [
      'Wait for the answer: the window `owner-consent` has seven days. Silence and no end the request as `no-permission`.',
      'If they said yes another way, record it with `record-reply`, then `answer-owner-contact`.',
    ],
    see: ['permission-not-asked', 'mailbox-message-missing'],
  },
  'permission-not-asked': {
    means: 'This request isn’t waiting for the permission of an enterprise’s owner.',
    why: [
      'Only the deletion of an enterprise user does, in `verifying`, until the owner has decided.',
      '`reopen` takes an `instruction` only after the outcome `no-permission`.',
    ],
    next: [
      'Look at `type`, `ownerPermission` and `nextSteps`.',
      'For `reopen`, leave `instruction` out, or put the link into `reason`.',
    ],
    see: ['consent-first', 'illegal-state'],
  },
  'authority-not-open': {
    means: 'No authority is waiting to be validated on this request.',
    why: [
      'Only somebody who asks for another person needs one. It was decided already, or the request hasn’t been confirmed yet.',
    ],
    next: [
      'Look at `authority` for what was decided, and at `nextSteps` for what follows.',
      'After `no-authority`, Privacy can `reopen`.',
    ],
    see: ['on-hold', 'four-eyes'],
  },
} as const satisfies PagesOf
