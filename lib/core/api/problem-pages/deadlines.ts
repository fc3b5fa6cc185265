import type { PagesOf } from './page'

/** What can be wrong with putting a deadline off, and with appeals. */
export const deadlineProblems = {
  'no-appeal': {
    means: 'The law of this request knows no appeal to us.',
    why: [
      'Some laws, several of US states among them, let a person appeal to the organisation itself. Elsewhere they complain, to us or to an authority. `law` says which one counts, and why.',
    ],
    next: [
      'Use `open-complaint`: it works under every law, and is answered by Privacy, too.',
      'If the place is wrong, `correct-jurisdiction` first.',
    ],
    see: ['appeal-open', 'not-reopenable'],
  },
  'appeal-open': {
    means: 'An appeal or a complaint is open on this request already.',
    why: ['There is one at a time, each with a due date and a decision of its own.'],
    next: ['Look at `appeals[]`. What the person adds goes into the messages; `answer-appeal` ends it.'],
    see: ['no-appeal-open', 'no-appeal'],
  },
  'no-appeal-open': {
    means: 'There is no open appeal or complaint to answer or to extend.',
    why: ['It was answered already, or nobody has disagreed yet.'],
    next: [
      'Look at `appeals[]` for what was decided.',
      'If the person disagrees by mail or telephone, open one with `open-appeal` or `open-complaint` and the day on which it came.',
    ],
    see: ['appeal-open'],
  },
  'not-extendable': {
    means: 'This law allows no extension for that reason; `detail` repeats it.',
    why: [
      'Each law has its own list: the GDPR knows complexity and the number of requests, others more, some none at all. An appeal’s list may differ from the request’s.',
    ],
    next: [
      'Choose a reason that is really the case and that the law has; the desk offers only those.',
      'Otherwise answer in time, with what can be answered.',
    ],
    see: ['already-extended', 'too-late', 'beyond-limit'],
  },
  'already-extended': {
    means: 'This deadline was extended before, and the law allows that once.',
    why: ['The person was told a new date. A second one would be a promise broken.'],
    next: [
      'Answer by `dueOn`. If that can’t be done, tell Privacy at once: late is better than silent, and the person has to hear of it.',
    ],
    see: ['too-late', 'not-extendable'],
  },
  'too-late': {
    means: 'The first deadline is over, so it can no longer be extended.',
    why: [
      'The laws that allow more time want the person to be told of it, with the reason, before the first period ends.',
    ],
    next: ['Answer as soon as you can, and say that it is late. The request stays marked as overdue.'],
    see: ['already-extended', 'not-extendable'],
  },
  'beyond-limit': {
    means: 'The law allows no day as late as that; `detail` has the last one that it does.',
    why: [
      'An extension has a greatest length, counted from the first deadline: two further months under the GDPR, 45 days in California.',
    ],
    next: [
      'Send the day in `detail`, or an earlier one, as `until`. Without `until` the last possible day counts.',
    ],
    see: ['second-person', 'not-extendable'],
  },
  'second-person': {
    means:
      'That day is so late that a second person of Privacy has to want it, too; `detail` repeats it. Your wish was kept.',
    why: [
      'The law sets no limit here, and the day is more than 90 days after the first due date. Nobody alone puts a person off for that long.',
    ],
    next: [
      'Have another person of Privacy send `extend-deadline` with the same day, or an earlier one. Your own other token doesn’t count.',
      'Or choose a day within 90 days.',
    ],
    see: ['four-eyes', 'beyond-limit'],
  },
} as const satisfies PagesOf
