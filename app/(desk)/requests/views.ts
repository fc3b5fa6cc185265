import type { QueueView } from '@/lib/core/view/queue-filter'

/** Each view's name along the top, and what its emptiness means. */
export const viewWords: Record<QueueView, { label: string; empty: string; would: string }> = {
  'needs-us': {
    label: 'Needs us',
    empty: 'Nothing needs us now',
    would: 'Requests appear here when it is our turn. New ones arrive automatically.',
  },
  'new-messages': {
    label: 'New messages',
    empty: 'Every message has been read',
    would: 'Requests whose person wrote something that nobody has read yet would be here.',
  },
  mine: {
    label: 'Mine',
    empty: 'Nothing is assigned to you',
    would: 'Open a request and choose “Assign to me”, and it is kept here until it closes.',
  },
  unassigned: {
    label: 'Unassigned',
    empty: 'Every open request has somebody',
    would: 'Open requests that nobody has taken yet would be here.',
  },
  'waiting-on-requester': {
    label: 'Waiting on requester',
    empty: 'We wait for nobody’s answer',
    would: 'Requests whose person has questions to answer would be here.',
  },
  'due-soon': {
    label: 'Due soon',
    empty: 'Nothing is due in the next 7 days',
    would: 'Open requests whose legal deadline is near would be here.',
  },
  overdue: {
    label: 'Overdue',
    empty: 'No request is overdue',
    would: 'Open requests past their legal deadline would be here.',
  },
  escalated: {
    label: 'Escalated',
    empty: 'No question to Privacy is open',
    would: 'Requests that wait for Privacy’s answer to a question would be here.',
  },
  'on-hold': {
    label: 'On hold',
    empty: 'Nothing is on hold',
    would: 'Requests that stand still until a date, or until Privacy releases them, would be here.',
  },
  closed: {
    label: 'Closed',
    empty: 'No request has closed yet',
    would: 'Every request that came to its end would be here, the newest first.',
  },
  all: {
    label: 'All',
    empty: 'No requests yet',
    would: 'Everything that was asked in the Privacy Center would be here, unconfirmed requests included.',
  },
}
