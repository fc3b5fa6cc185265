import { messageRules } from '@/lib/core/handbook/messages/index'
import { requestTypeKeys } from '@/lib/core/handbook/request-types/index'
import { robin } from './cast'
import { question, type Story, ticket } from './given'

/** What the inputs are made from: a request, and how files and tasks of it are named. */
type Holder = Pick<Story, 'request' | 'task' | 'file'>

/** As all words that somebody types, with a space: facts, which hold keys, ids and days, are told from them by it. */
const note = 'Settled by phone'

/** For each command, inputs that its schema takes, given what the request holds. Kept complete by the machine's test. */
export const inputsFor: Readonly<Record<string, (story: Holder) => readonly object[]>> = {
  confirm: () => [{}],
  disown: () => [{}],
  withdraw: () => [{}],
  'resend-confirmation': () => [{}],
  'send-access-link': () => [{}],
  'record-check-results': () => [{}],
  'record-checks-failure': () => [{}, { source: 'GitLab' }],
  'retry-checks': () => [{}],
  'record-checks': () => [
    { emailExists: true, usernameExists: true, sameAccount: true, source: 'Admin area', note },
    { emailExists: true, usernameExists: false, sameAccount: false, source: 'Admin area', note },
  ],
  'send-message': () =>
    [...messageRules.values()]
      .filter(({ key, by }) => by === 'send-message' || key === 'request-fulfilled')
      .map(({ key }) => ({ message: key, note })),
  'answer-questions': story => [
    {
      answers: Object.fromEntries(
        (story.request.verifications.at(-1)?.questions ?? []).map(({ key }) => [key, 'spring']),
      ),
    },
  ],
  'ask-clarification': () => [{ question: note }],
  'answer-clarification': () => [{ text: 'The tickets of this year' }],
  'cannot-know': () => [{}],
  reply: () => [{ text: 'Hello' }],
  'mark-read': story => [{}, ...story.request.messages.map(({ id }) => ({ message: id }))],
  'record-reply': story => {
    const said = { channel: 'telephone', at: story.request.receivedAt.toISOString().slice(0, 10), text: note }
    const questions = story.request.verifications.at(-1)?.questions ?? []
    const answers = Object.fromEntries(questions.map(({ key }) => [key, note]))
    return [said, { ...said, effect: 'withdraw' }, { ...said, answers }]
  },
  'pass-verification': () => [{}],
  'waive-verification': () => [{ note }],
  'fail-verification': () => [{ note }],
  'mark-duplicate': () => [{}],
  'proceed-despite': () => [{ note }],
  'request-security-review': () => [{ issue: 'https://gitlab.example/trust/-/issues/7' }],
  'record-security-review': () => [{ result: 'unblocked' }, { result: 'denied' }],
  'lapse-window': story => story.request.windows.map(({ id }) => ({ window: id })),
  'send-reminder': story => story.request.windows.map(({ id }) => ({ window: id })),
  'record-delivery': story =>
    story.request.messages.flatMap(({ id }) =>
      ['accepted', 'bounced', 'uncertain'].map(result => ({ message: id, result })),
    ),
  'settle-delivery': story =>
    story.request.messages.flatMap(({ id }) => [true, false].map(delivered => ({ message: id, delivered }))),
  hold: () => [{ reason: 'Asked legal' }, { reason: 'Asked legal', until: '2026-12-01' }],
  'release-hold': () => [{ note }],
  'end-hold': story => story.request.holds.map(({ id }) => ({ hold: id })),
  close: () => [
    { outcome: 'refused', note },
    { outcome: 'refused', note, ground: 'excessive' },
    { outcome: 'withdrawn', note },
  ],
  reopen: () => [{ reason: note }],
  retype: () => requestTypeKeys.map(type => ({ type, note })),
  'answer-owner-contact': () => [
    { contact: 'yes' },
    { contact: 'no', text: 'Rather not' },
    { contact: 'yes', note },
  ],
  'request-owner-contact': () => [{ ticket }],
  'record-owner-decision': () => [true, false].map(granted => ({ granted, ticket })),
  'validate-authority': () => [
    { valid: true, note },
    { valid: true, note, username: robin.username },
    { valid: true, note, confirmation: true },
    { valid: false, note },
  ],
  object: () => [{}],
  'confirm-authority': () => [{}],
  'provide-documents': () => [{}],
  'ask-for-help': () => [{ text: 'It breaks off' }],
  'correct-jurisdiction': () => [
    { country: 'DE', note },
    { country: 'US', region: 'US-CA', note },
    { country: 'RU', note },
  ],
  'record-region': () => ['UA-43', 'UA-30', 'US-CA'].map(region => ({ region, note })),
  escalate: () => [question, { ...question, issue: ticket }],
  'read-answer': () => [{}],
  'link-issue': () => [{ issue: ticket }],
  'answer-escalation': () => [{ answer: 'Go on' }],
  'return-escalation': () => [{ comment: 'What did the ticket say?' }],
  'take-over': () => [{}],
  'open-appeal': () => [{ ground: 'You hold more' }, { ground: 'You hold more', receivedOn: '2026-06-02' }],
  'open-complaint': () => [{ ground: 'You take too long' }],
  'answer-appeal': () => [
    { decision: 'partly', answer: 'You are right about the invoices' },
    { granted: true, answer: 'You are right' },
    { granted: false, answer: 'It stays' },
  ],
  'extend-appeal': () => [{ reason: 'complexity' }],
  'extend-deadline': () => [
    { reason: 'complexity', words: note },
    { reason: 'complexity', words: note, notifiedDay: '2026-12-01' },
  ],
  'record-issue-failure': () => [{ about: 'escalation', problem: 'It failed.' }],
  'remind-privacy': () => [{}],
  'remind-deadline': () => [{}],
  'attach-file': story => [
    ...story.request.tasks.map(task => ({ ...story.file('hand-over', task.id), note })),
    story.file('attachment', null),
    story.file('proof', null),
  ],
  assign: () => [{ to: 'sam' }, { to: null }],
  'add-note': () => [{ text: note }],
}

const effect = { system: 'gitlab', what: 'delete-user', target: '1001' }
const evidence = { system: 'gitlab', at: '2026-06-01T12:00:00Z', what: 'Deleted user 1001', result: '204' }

/** The step that systems are doing, or the next where they do none: then it is refused. */
const runOf = (story: Holder, key: string) => {
  const { steps } = story.task(key)
  const step = steps.find(({ run }) => run) ?? steps.find(({ doneAt }) => !doneAt)
  return step ? [{ step: step.key, run: step.run?.id ?? 'none' }] : [{ step: 'none', run: 'none' }]
}

/** The same for commands on tasks; the key is a task's. */
export const taskInputsFor: Readonly<Record<string, (story: Holder, key: string) => readonly object[]>> = {
  'tick-step': (story, key) =>
    story.task(key).steps.map(step => ({
      step: step.key,
      note,
      ...(step.asks && { given: 'https://tickets.example/1' }),
    })),
  'do-step': (story, key) =>
    story.task(key).steps.flatMap(step => [
      { step: step.key, note },
      { step: step.key, rest: true, note },
    ]),
  'stop-step': (story, key) => story.task(key).steps.map(step => ({ step: step.key })),
  'search-again': () => [{}],
  'begin-effect': (story, key) => runOf(story, key).map(run => ({ ...run, ...effect })),
  'record-step-done': (story, key) =>
    runOf(story, key).flatMap(run =>
      [true, false].map(changed => ({ ...run, changed, evidence: [evidence], given: 'Done' })),
    ),
  'record-step-failure': (story, key) => runOf(story, key).map(run => ({ ...run, problem: 'It failed.' })),
  'record-step-exception': (story, key) => runOf(story, key).map(run => ({ ...run, note })),
  'record-search': () =>
    (['found', 'nothing', 'failed'] as const).map(state => ({
      system: 'zendesk',
      of: 'zendesk',
      state,
      ids: state === 'found' ? ['9000001'] : [],
      words: 'Words',
    })),
  'untick-step': (story, key) => story.task(key).steps.map(step => ({ step: step.key })),
  'record-download': () => [{}],
  'record-list-upload': () => [{ list: 1, note }],
  'remove-file': story => story.request.files.map(({ id }) => ({ file: id, note })),
  resolve: (_story, key) =>
    key === 'customers-portal-search'
      ? [true, false].map(customersPortal => ({ found: { customersPortal }, note }))
      : key === 'zendesk-cdot-deletion'
        ? [true, false].flatMap(zendesk =>
            [true, false].map(customersPortal => ({ found: { zendesk, customersPortal }, note })),
          )
        : ['complete', 'exception', 'not_found'].map(resolution => ({ resolution, note })),
  'reopen-task': () => [{ note }],
  'accept-exception': () => [{ note }],
  assign: () => [{ to: 'sam' }],
  'add-note': () => [{ text: note }],
  'complete-system-task': () => [{}],
  'fail-system-task': () => [{}],
}
