import type { Guide } from './guide'

export const unconfirmed: Guide = {
  when: request => request.state === 'submitted',
  say: 'Nothing to do: the requester has to confirm the mailbox by the mailed link.',
  why: 'Submission: not confirmed in 7 days, it closes as unconfirmed.',
  steps: () => [{ command: 'resend-confirmation', label: 'Send the link again' }],
}
