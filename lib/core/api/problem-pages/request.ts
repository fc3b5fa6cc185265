import type { PagesOf } from './page'

/** What can be wrong with an act on the request itself: its type, its messages, how it ends. */
export const requestProblems = {
  contradiction: {
    means:
      'Each field is fine on its own, but together, or with what is known, they can’t be true. `detail` names the field.',
    why: [
      '`region`: it lies in another country. `country`: it isn’t embargoed. `type`: the checks found another kind of account.',
      '`resolution`: it isn’t what follows from `found`, or something was destroyed and can’t be “Not Found”. `sameAccount`: one account can’t have both where one of them doesn’t exist.',
      '`username`, `confirmation`: the authority is for another account, or for somebody who can’t be asked. On an off-channel entry, `answer` and the names of its commands: that isn’t how such an entry is answered or ends.',
    ],
    next: [
      'Compare the field in `detail` with the request, and correct the one that is wrong.',
      'Leave `resolution` out where it follows from `found`.',
    ],
    see: ['invalid-input', 'type-needs-more'],
  },
  'not-a-duplicate': {
    means: 'There is no earlier open request that this one repeats.',
    why: [
      'A duplicate is the same person asking for the same thing again while the first request is being worked. Unconfirmed and closed ones don’t count, nor does a later one: the later is closed for the earlier.',
    ],
    next: [
      'Look at `duplicates[]`: only references listed there can be given as `of`.',
      'If there are none, work this request on its own.',
    ],
    see: ['another-requester', 'illegal-state'],
  },
  'another-requester': {
    means: 'The earlier request is about the same account, but by somebody else.',
    why: [
      'Were the later one closed for it, a stranger could stop the real person by asking first. So each is worked, both are linked, and neither person learns of the other’s reference.',
    ],
    next: [
      'Don’t close either for the other. Look at `related[]`, and ask Privacy with `escalate` if both can’t be true.',
    ],
    see: ['not-a-duplicate'],
  },
  'unknown-message': {
    means: 'There is no message with that key; `detail` repeats it where it is known.',
    why: ['Keys are the messages’ names in kebab case, such as `duplicate-request`.'],
    next: ['Take the key from `nextSteps[].input`, or from the list of templates.'],
    see: ['use-command', 'missing-variable'],
  },
  'use-command': {
    means: 'This has a command of its own; `detail` has its name.',
    why: [
      'A message with an effect has it by whichever way it is sent. Some need more than a message can carry, such as a ground or a note, so they go with their command.',
      'The hold `authority` ends with `validate-authority` alone. Messages that the system sends are nobody’s to send.',
    ],
    next: [
      'Run the command in `detail`. The OpenAPI document says what it takes, `subject` and `body` of the message included.',
    ],
    see: ['unknown-message', 'on-hold'],
  },
  'missing-variable': {
    means: 'The message lacks something that it has to say. `detail` names the variables; nothing was sent.',
    why: [
      'A variable has no value on this request, such as a date that isn’t known, or the edited text left out one that has to be in it, such as the questions or a link.',
    ],
    next: [
      'Put the variable back into `body` as `{{ its_name }}`, or leave `subject` and `body` out to send the template as it is.',
      'If the template itself is wrong, Privacy corrects it under *Templates*.',
    ],
    see: ['unknown-message', 'invalid-input'],
  },
  'not-uncertain': {
    means: 'It is known what became of this mail, so there is nothing to settle.',
    why: [
      'Only a mail of which it is unknown whether the server took it, or that came back, is settled by a person. A colleague, or the mail server’s late answer, was faster.',
    ],
    next: ['Look at `delivery` of the message. If it was accepted, its response window is open.'],
    see: ['conflict'],
  },
  'not-reopenable': {
    means: 'A request that ended like this isn’t reopened.',
    why: [
      '`fulfilled` and `already-deleted` are done; `duplicate`, `embargoed`, `refused`, `withdrawn`, `no-account` and `not-controller` are decided. Reopening is for a step that wasn’t passed, and for a request whose content is still there.',
    ],
    next: [
      'Open a new request with `follows` and this one’s reference: both are then linked.',
      'Somebody who disagrees has `open-complaint`, and `open-appeal` where the law has one.',
    ],
    see: ['illegal-state', 'no-appeal'],
  },
  'same-type': {
    means: 'The request has this type already.',
    why: [
      'A colleague corrected it, or the checks did: an enterprise account turns a deletion into `enterprise-deletion` automatically. `givenType` is what was chosen at first.',
    ],
    next: ['Leave it, or choose another type.'],
    see: ['type-needs-more', 'contradiction'],
  },
  'type-needs-more': {
    means: 'A request of that type needs what this one doesn’t have.',
    why: [
      'A field is missing, such as the username for an account, or the forum’s own names.',
      'Or it needs somebody’s authority: what Privacy validated for a person who is alive says nothing about one who has died, nor the reverse. And for somebody who confirmed only their own mailbox, another type would prove nothing about the account.',
    ],
    next: [
      'Ask the person to make a request of that type in the Privacy Center, or open one with what they tell you.',
      'Then end this one: `close` with `withdrawn` on their word.',
    ],
    see: ['same-type', 'mailbox-message-missing'],
  },
} as const satisfies PagesOf
