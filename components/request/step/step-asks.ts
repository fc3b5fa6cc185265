/** One thing that a step asks for before it is taken. */
export interface Ask {
  /** Path in the command's input, with its kind after `!`. */
  path: string
  label: string
  hint?: string
  kind: 'line' | 'lines' | 'choice'
  optional?: true
  choices?: readonly { value: string; label: string }[]
}

export interface StepWords {
  /** Exactly what will happen, in one sentence. */
  sentence: string
  asks?: readonly Ask[]
}

const ticket: Ask = { path: 'ticket', label: 'Link to the Support Ticket', hint: 'https://…', kind: 'line' }

/** What exactly will happen, and what it asks for; commands that are not here act at once and can be taken back. */
export const stepWords: Readonly<Record<string, StepWords>> = {
  'pass-verification': {
    sentence: 'The answers count as right for good: the request goes on, and there is no second judgement.',
  },
  'resend-confirmation': {
    sentence: 'We mail the confirmation link to the address on file again; earlier links keep working.',
  },
  'release-hold': {
    sentence:
      'The hold ends now. The account is looked up again first; if nothing stands in the way, the work goes on.',
    asks: [{ path: 'note', label: 'Why it may go on', kind: 'lines' }],
  },
  reopen: {
    sentence:
      'The request goes back to the earliest step that was not passed. Nothing verified carries over, and the due date stays.',
    asks: [{ path: 'reason', label: 'Why it is reopened', kind: 'lines' }],
  },
  retype: { sentence: 'The request becomes one of another type, with the tasks of that type.' },
  'request-owner-contact': {
    sentence:
      'This says that you have written to the organisation’s owner on that ticket. They have 10 days; silence ends the request without permission.',
    asks: [ticket],
  },
  'answer-owner-contact': {
    sentence:
      'This is recorded as the person’s own answer. Yes: the owner may be contacted. No: the person is told, and the request closes without permission.',
    asks: [{ path: 'note', label: 'Where their reply says so', kind: 'lines' }],
  },
  'ask-for-help': {
    sentence: 'This is recorded as the person’s own answer: the export becomes ours to do.',
    asks: [{ path: 'text', label: 'Where their reply says so', kind: 'lines' }],
  },
  'record-owner-decision': {
    sentence:
      'Granted: the request goes on. Refused: the person is told, the GitLab deletion task is an exception, and the request closes.',
    asks: [
      {
        path: 'granted!bool',
        label: 'What the owner decided',
        kind: 'choice',
        choices: [
          { value: 'true', label: 'Permission granted' },
          { value: 'false', label: 'Permission refused' },
        ],
      },
      { ...ticket, label: 'Link to the ticket with the owner’s words' },
    ],
  },
  'validate-authority': {
    sentence:
      'The authority counts as valid and the hold ends. The account is looked up again first; whoever validates can’t carry out the deletion.',
    asks: [
      { path: 'note', label: 'What you read and why it is enough', kind: 'lines' },
      {
        path: 'username',
        label: 'Username of the account',
        hint: 'Only where the address didn’t find it.',
        kind: 'line',
        optional: true,
      },
    ],
  },
  'record-region': {
    sentence: 'The embargo list is looked at again: an embargoed region ends the request, any other goes on.',
    asks: [
      {
        path: 'region',
        label: 'Region as its ISO 3166-2 code',
        hint: 'Such as UA-30 for Kyiv.',
        kind: 'line',
      },
      { path: 'note', label: 'Where the person said so', kind: 'lines' },
    ],
  },
  'answer-appeal': {
    sentence:
      'The person gets the answer, with where they can turn next. What follows from it, you do yourself: reopen this request, or open a new one.',
    asks: [
      {
        path: 'granted!bool',
        label: 'Your answer',
        kind: 'choice',
        choices: [
          { value: 'true', label: 'They are right: we change our answer' },
          { value: 'false', label: 'Our answer stays' },
        ],
      },
      {
        path: 'answer',
        label: 'Why, in words for the person',
        hint: 'It becomes part of the message, as you write it.',
        kind: 'lines',
      },
    ],
  },
  'answer-escalation': {
    sentence: 'The question is answered, and the request is support’s again.',
    asks: [{ path: 'answer', label: 'Answer', kind: 'lines' }],
  },
  'return-escalation': {
    sentence: 'The question goes back to whoever asked, with what is missing from it.',
    asks: [{ path: 'comment', label: 'Comment', kind: 'lines' }],
  },
  'take-over': { sentence: 'The question ends, and the request is assigned to you.' },
}

export const decidedPath = (ask: Ask): string => ask.path.replace(/!.*$/, '')
