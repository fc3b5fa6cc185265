import type { PagesOf } from './page'

/** What has to come before the work, and what stops it. */
export const orderProblems = {
  'on-hold': {
    means: 'The request is on hold, and this act has to wait until the hold has ended.',
    why: [
      'While a hold is open nothing is deleted or handed over, and no response window runs out. `holds[]` says why, and until when: a subscription that still runs, an authority to be validated, an account that changed, or a reason of support or Privacy.',
    ],
    next: [
      'A hold with a date ends on that day. Privacy can end it earlier with `release-hold` and a note.',
      'The hold `authority` ends only with `validate-authority`.',
      'The legal clock runs on: if the due date is before the end of the hold, tell Privacy.',
    ],
    see: ['hold-not-open', 'account-changed', 'authority-not-open'],
  },
  'hold-not-open': {
    means: 'There is no such open hold to release.',
    why: ['It was released meanwhile, has reached its date, or the id is of another request.'],
    next: [
      'Read the request again: `holds[]` lists the open ones only.',
      'If nothing holds it, continue with `nextSteps`.',
    ],
    see: ['on-hold', 'conflict'],
  },
  'not-destructive-yet': {
    means: 'This would delete, change or hand over something, and not every verification has passed yet.',
    why: [
      'Nothing is destroyed or handed over before the request is in `processing`: the mailbox is confirmed, the checks have answered, and questions, permission, authority and security review are settled where they are needed.',
      'Somebody who asks with another person’s name must not get their data, or destroy it.',
    ],
    next: [
      'Look at `nextSteps` for what is missing, and at `windows[]` for what the person still has time to answer.',
      'Searching doesn’t wait: the Zendesk/cDot task can be resolved earlier.',
    ],
    see: ['questions-first', 'on-hold', 'exception-stands'],
  },
  'erasure-begun': {
    means: 'The first destructive step is done, so this can no longer be taken back or turned aside.',
    why: [
      'Until then the person may withdraw, the type can be corrected, and a duplicate closed. After it, stopping would leave half of an account.',
      'The tick of a step that destroys stays as well: what is deleted isn’t there again because a tick is gone.',
    ],
    next: [
      'Finish the work. If the person wanted to stop, tell them with `general-reply` what was already done.',
      'If something is wrong, write a note and `escalate`.',
    ],
    see: ['use-command', 'seen-by-product'],
  },
  'access-open': {
    means:
      'The same account has an open access or export; `detail` has its reference. The deletion waits for it.',
    why: [
      'Somebody who asked for their data and for its deletion wants both. Deleted first, there is nothing left to send.',
    ],
    next: [
      'Hand the access or export over first; the deletion is free as soon as that is closed.',
      'If it needn’t wait, because the person says so or it is somebody else’s request, use `proceed-despite` with a note why.',
    ],
    see: ['waits-for-nothing', 'deleted-meanwhile'],
  },
  'waits-for-nothing': {
    means: 'This request waits for no other one, so there is nothing to go ahead of.',
    why: [
      'Only a deletion waits, and only for an open access or export of the same account. That one has ended, or a colleague has said already that it needn’t wait.',
    ],
    next: ['Read the request: `waitsFor` is null. Continue with its `nextSteps`.'],
    see: ['access-open'],
  },
  'unread-message': {
    means:
      'The person wrote something that nobody has read yet. Until somebody has, nothing is deleted or handed over, and no colleague ends the request.',
    why: [
      'It may say “stop”, or answer what the next step rests on. The person’s word comes first, by whichever road it came.',
    ],
    next: [
      'Read `GET …/messages`; each entry says whether it is `unread`. Act on what it says.',
      'Then `mark-read`, with the `message` up to which you have read. A `general-reply`, or judging the answers, counts as reading.',
    ],
    see: ['nothing-unread', 'conflict'],
  },
  'nothing-unread': {
    means:
      'Everything that the person wrote counts as read, or the message named isn’t among what is unread.',
    why: ['A colleague was faster, or a reply of yours counted as reading.'],
    next: ['Continue with `nextSteps`. For something new, read the messages again: it may have just come.'],
    see: ['unread-message'],
  },
  'four-eyes': {
    means: 'This takes two people, and the other part of it was yours.',
    why: [
      'Where four-eyes is on, nobody both validates and carries out on the same request. It is always on where somebody acts for a person who is alive, and else for the types that the organisation chose; at first, for somebody who has died.',
      'A change of templates, policies, clocks, retention or rights that you proposed is applied by somebody else.',
      'Tokens count as their owner, and accounts with the same address as one person. Tokens without an owner but with the same role count as one, too.',
    ],
    next: ['Ask a colleague to do this part. They need nothing but their own account or token.'],
    see: ['second-person', 'not-allowed'],
  },
  'escalation-open': {
    means: 'A question to Privacy is open on this request, and this act waits for the answer.',
    why: [
      'Somebody wasn’t sure enough to continue. Until Privacy has answered, nothing is deleted, changed or handed over.',
      'There is one question at a time: a second `escalate` gets this, too.',
    ],
    next: [
      'Look at `escalations[]` for what was asked. What you know besides goes into `add-note`.',
      'Privacy ends it with `answer-escalation`, `return-escalation` or `take-over`.',
    ],
    see: ['no-escalation-open', 'exception-stands'],
  },
  'no-escalation-open': {
    means: 'There is no open question to Privacy that could be answered, returned or taken over.',
    why: ['A colleague has answered it meanwhile, or nobody has asked.'],
    next: [
      'Read `escalations[]`: the last one has its `state` and answer.',
      'To say something all the same, use `add-note`.',
    ],
    see: ['escalation-open', 'no-answer-unread'],
  },
  'no-answer-unread': {
    means: 'Every answer of Privacy counts as read already.',
    why: [
      'Privacy hasn’t answered yet, or somebody has run `read-answer`, or asked again, which counts as reading.',
    ],
    next: ['Look at `readAt` in `escalations[]`, and continue with `nextSteps`.'],
    see: ['no-escalation-open', 'escalation-open'],
  },
} as const satisfies PagesOf
