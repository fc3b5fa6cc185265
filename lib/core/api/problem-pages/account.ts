import type { PagesOf } from './page'

/** What can be wrong with what is known of the account, and with a review of it. */
export const accountProblems = {
  'checks-answered': {
    means: 'The automated checks have their answers, so they are neither tried again nor recorded by hand.',
    why: [
      'Answers are frozen with their time and source, because everything after them rests on them.',
      'No command gives this reason at present: `retry-checks` and `record-checks` on a request that has left `checking` are `illegal-state`. It stays in the list for programs that know it.',
    ],
    next: [
      'Read `checks` of the request, and continue with its `nextSteps`.',
      'If an answer is wrong, tell Privacy with `escalate`.',
    ],
    see: ['illegal-state', 'account-changed'],
  },
  'account-changed': {
    means:
      'The account is not what it was when it was checked, so nothing was deleted. The request is on hold now.',
    why: [
      'Just before the first destructive step, and when a hold ends, the account is looked up again. Its id, address, username or enterprise status differs from the frozen answers, or it was blocked since.',
      'Somebody else may have it by now: deleting would destroy a stranger’s work.',
    ],
    next: [
      'Wait for Privacy, who were told. They compare both answers on Details.',
      'Privacy ends the hold with `release-hold` and a note when it is the same person’s, or refuses the request.',
    ],
    see: ['on-hold', 'already-deleted', 'directory-unreachable'],
  },
  'directory-unreachable': {
    means:
      'This act needs a fresh look at the account, and the connected system or directory that has the accounts didn’t answer. Nothing was changed.',
    why: [
      'What can’t be reached is never taken for “no account”: that would end a request that should have been worked, or delete what had changed.',
    ],
    next: [
      'Send the same call again in a minute.',
      'If it lasts, the operator looks at the connected system with `npm run habeas -- doctor`.',
      'In `checking`, `record-checks` takes the answers by hand, with source and note. The messages that say that an account is gone can be sent with a note why.',
    ],
    see: ['unavailable', 'account-changed'],
  },
  'already-deleted': {
    means: 'The account is gone, so there is nothing to delete on it. The request knows that now.',
    why: [
      'The look-up just before the deletion found the account deleted: its task was completed, and the person told.',
      'Or the message about it was sent already; it is sent once.',
    ],
    next: [
      'Read the request: other tasks may be left, such as the deletion in Zendesk. Where questions were required and not passed, those tasks are cancelled.',
    ],
    see: ['account-still-there', 'owner-deleted'],
  },
  'not-self-deleted': {
    means:
      '*Blocked Account Deletion Request* is for accounts that are blocked because their owner deleted them. This one isn’t.',
    why: [
      'The message completes the deletion task without a deletion. Of an account that is blocked for abuse, that would be untrue, and it needs a security review.',
    ],
    next: [
      'Look at `checks.accountState` and the reason on Details.',
      'Blocked for another reason, or banned: `request-security-review`. Neither: work the request as usual.',
    ],
    see: ['owner-deleted', 'not-blocked'],
  },
  'not-deleted': {
    means: 'The account isn’t deleted, so nothing can follow from that.',
    why: [
      'No command gives this reason at present; where the look-up still finds the account, the answer is `account-still-there`. It stays in the list for programs that know it.',
    ],
    next: ['Look at `checks` of the request for what the account is, and continue with `nextSteps`.'],
    see: ['account-still-there'],
  },
  'account-still-there': {
    means:
      'The message says that the account is gone, and the look-up just now still finds it. `detail` is `note`.',
    why: [
      'The message ends the deletion of an account without deleting it. Sent by mistake, the person believes that it is gone while it isn’t.',
      'The directory can lag behind, so a person who knows better may say so.',
    ],
    next: [
      'Check where the account is kept. If it is there, delete it with its task.',
      'If it is gone, send the message again with a `note` why it counts as gone.',
    ],
    see: ['already-deleted', 'directory-unreachable'],
  },
  'owner-deleted': {
    means: 'The user deleted this account themselves, so its deletion isn’t ticked here step by step.',
    why: [
      'The checks found it blocked by the owner’s own deletion: it is deleted when its period of grace is over.',
    ],
    next: [
      'Send the message `blocked-account-deletion-request` with `send-message`. It completes the deletion task, and the other tasks continue.',
    ],
    see: ['not-self-deleted', 'already-deleted'],
  },
  'not-blocked': {
    means:
      'There is nothing for Trust & Safety to review: the account is neither blocked nor banned, or the type doesn’t look at that.',
    why: [
      'A review decides whether an account that was blocked or banned may be deleted. One that its owner deleted needs none, and access and export never ask for one.',
    ],
    next: [
      'Continue with the request’s `nextSteps`.',
      'If it was blocked since the checks, the look-up before the deletion will find that and stop.',
    ],
    see: ['not-self-deleted', 'review-not-open', 'account-changed'],
  },
  'review-not-open': {
    means: 'No security review was asked for, or its result is known already.',
    why: [
      'A result belongs to a question: what Trust & Safety were asked, by which issue, is kept beside what they decided.',
    ],
    next: [
      'Ask with `request-security-review` and the link to their issue, then record the result.',
      'If a result is there, read it on Details: it is final.',
    ],
    see: ['review-already-open'],
  },
  'review-already-open': {
    means: 'Trust & Safety were asked already on this round of the request.',
    why: ['One review is enough, and the person is told of it by mail: a second one would tell them twice.'],
    next: [
      'Look at their issue, linked on Details. When they have decided, use `record-security-review` with `unblocked` or `denied`.',
    ],
    see: ['review-not-open'],
  },
  'questions-first': {
    means: 'The verification questions have to pass before Trust & Safety are asked.',
    why: [
      'A review of a blocked account tells whether it may be deleted, not whose it is. So who is asking is settled first.',
    ],
    next: [
      'Send the questions, wait for the answers and judge them: `nextSteps` says which comes next. Then ask for the review.',
    ],
    see: ['questions-not-needed', 'nothing-to-judge'],
  },
} as const satisfies PagesOf
