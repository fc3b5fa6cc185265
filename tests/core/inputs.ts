import type { Story } from './given'

const note = 'Settled'

/** For each command, inputs that its schema takes, given what the request holds. Kept complete by the machine's test. */
export const inputsFor: Readonly<Record<string, (story: Story) => readonly object[]>> = {
  confirm: () => [{}],
  disown: () => [{}],
  withdraw: () => [{}],
  'resend-confirmation': () => [{}],
  'send-access-link': () => [{}],
  'record-check-results': () => [{}],
  'record-checks-failure': () => [{}],
  'retry-checks': () => [{}],
  'record-checks': () => [
    { emailExists: true, usernameExists: true, sameAccount: true, source: 'Admin area', note },
    { emailExists: true, usernameExists: false, sameAccount: false, source: 'Admin area', note },
  ],
  'send-message': () =>
    [
      'duplicate-request',
      'medium-risk-gitlab-account-verification-question',
      'high-risk-gitlab-account-verification-question',
      'blocked-account-deletion-request',
      'account-already-deleted',
      'general-reply',
      'request-fulfilled',
    ].map(message => ({ message })),
  'answer-questions': story => [
    {
      answers: Object.fromEntries(
        (story.request.verifications.at(-1)?.questions ?? []).map(({ key }) => [key, 'spring']),
      ),
    },
  ],
  reply: () => [{ text: 'Hello' }],
  'pass-verification': () => [{}],
  'fail-verification': () => [{ note }],
  'mark-duplicate': () => [{}],
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
    { outcome: 'withdrawn', note },
  ],
  reopen: () => [{ reason: note }],
  retype: () => [
    { type: 'enterprise-deletion', note },
    { type: 'individual-deletion', note },
  ],
  assign: () => [{ to: 'sam' }, { to: null }],
  'add-note': () => [{ text: note }],
}

/** The same for commands on tasks; the key is a task's. */
export const taskInputsFor: Readonly<Record<string, (story: Story, key: string) => readonly object[]>> = {
  'tick-step': (story, key) => story.task(key).steps.map(step => ({ step: step.key, note })),
  'untick-step': (story, key) => story.task(key).steps.map(step => ({ step: step.key })),
  resolve: (_story, key) =>
    key === 'zendesk-cdot-deletion'
      ? [true, false].flatMap(zendesk =>
          [true, false].map(customersPortal => ({ found: { zendesk, customersPortal }, note })),
        )
      : ['complete', 'exception', 'not_found'].map(resolution => ({ resolution, note })),
  'reopen-task': () => [{ note }],
  assign: () => [{ to: 'sam' }],
  'add-note': () => [{ text: note }],
  'complete-system-task': () => [{}],
  'fail-system-task': () => [{}],
}
