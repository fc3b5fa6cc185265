import type { Ask } from '@/components/request/step/step-asks'
import { presetOf } from '@/lib/core/advice/message-acts'

/** What sending a message does to the request, in one sentence; what is not here changes nothing. */
const consequences: Readonly<Record<string, string>> = {
  'duplicate-request':
    'and this request is linked to the original and closed as a duplicate; the original is not touched.',
  'medium-risk-gitlab-account-verification-question':
    'and the person has 7 days to answer, once; silence fails the verification.',
  'high-risk-gitlab-account-verification-question':
    'and the person has 7 days to answer, once; silence fails the verification.',
  'failed-verification': 'and the request is closed as not verified; nothing is deleted.',
  'blocked-account-deletion-request': 'the GitLab deletion task is complete, and the rest goes on.',
  'account-already-deleted': 'the GitLab deletion task is complete, and only what was verified goes on.',
  'security-review-requested': 'and the request waits for Trust & Safety.',
  'security-review-complete': 'and the request goes on as normal.',
  'security-review-denied': 'and the request is closed; nothing is deleted.',
  'request-refused': 'and the request is closed as refused; open tasks are cancelled.',
  'request-closed': 'and the request is closed as withdrawn; open tasks are cancelled.',
  'no-enterprise-admin-permission-deletion':
    'and the request is closed without the owner’s permission; nothing is deleted.',
  'authority-not-established': 'and the request is closed; nothing is deleted.',
  'documents-needed':
    'and the person has 30 days to send the documents; silence ends the request as authority not established.',
  'enterprise-user':
    'and the person has 7 days to say whether we may ask their administrator; silence ends it.',
  'project-export-self-serve': 'and the person has 7 days to ask for help; silence ends the request.',
  'project-export-complete': 'and the task is complete: the person can download the files for 14 days.',
  'embargoed-country': 'and the request is closed as embargoed; nothing is exported.',
}

export const consequenceOf = (key: string): string => consequences[key] ?? 'and the request stays as it is.'

/** A command that carries a message, as the composer needs it: what it asks for besides the text, and what is decided. */
export interface Carrier {
  asks: readonly Ask[]
  preset: Readonly<Record<string, string | boolean>>
}

const note = { path: 'note', kind: 'lines' } as const

/** What the composer asks for besides the text, by message. */
export const asksBesides: Readonly<Record<string, readonly Ask[]>> = {
  'failed-verification': [
    { ...note, label: 'Why it failed', hint: 'For the task and the history; never part of the message.' },
  ],
  'security-review-requested': [
    { path: 'issue', kind: 'line', label: 'Link to Trust & Safety’s issue', hint: 'https://…' },
  ],
  'request-refused': [
    {
      ...note,
      label: 'Ground',
      hint: 'One sentence for the person: it takes the place of {{ ground }} in the message.',
    },
  ],
  'request-closed': [{ ...note, label: 'Where the requester said so', hint: 'For the history.' }],
  'no-enterprise-admin-permission-deletion': [
    { path: 'ticket', kind: 'line', label: 'Link to the ticket with the owner’s words', hint: 'https://…' },
  ],
  'authority-not-established': [
    { ...note, label: 'What is missing', hint: 'For the history; never part of the message.' },
  ],
}

export const carrierOf = (key: string, command: string): Carrier => ({
  asks: asksBesides[key] ?? [],
  preset: presetOf(key, command),
})

/** Variables that the fields beside the text fill in. */
export const filledByFields: Readonly<Record<string, string>> = { 'request-refused': 'ground' }
