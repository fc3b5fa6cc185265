import type { Settlement } from '@/lib/core/machine/requirements/settlement'

/** What sending a message does to the request, in one sentence; what is not here changes nothing. */
const consequences: Readonly<Record<string, string>> = {
  'duplicate-request':
    'and this request is linked to the original and closed as a duplicate; the original is not touched.',
  'medium-risk-gitlab-account-verification-question':
    'and the person has 7 days to answer, once; silence fails the verification.',
  'high-risk-gitlab-account-verification-question':
    'and the person has 7 days to answer, once; silence fails the verification.',
  'failed-verification': 'and the request is closed as not verified; nothing is deleted.',
  'security-review-requested': 'and the request waits for Trust & Safety.',
  'security-review-complete': 'and the request continues as normal.',
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
  'clarification-needed':
    'and the person has 7 days to answer; where the law says so, the time for our answer is paused meanwhile. Silence refuses nothing.',
  'project-export-self-serve': 'and the person has 7 days to ask for help; silence ends the request.',
  'project-export-complete': 'and the task is complete: the person can download the files for 14 days.',
  'embargoed-country': 'and the request is closed as embargoed; nothing is exported.',
}

/** @param settlement what follows where the account went without us; for the messages that say so */
export function consequenceOf(key: string, settlement?: Settlement): string {
  if (!settlement) return consequences[key] ?? 'and the request stays as it is.'
  if (settlement.closes)
    return 'and the request is closed as already deleted: what was to be verified can’t be any more, so nothing else is deleted. The text says what stays.'
  return 'and the GitLab deletion task is complete; the rest continues.'
}

/** Variables that the fields beside the text fill in. */
export const filledByFields: Readonly<Record<string, string>> = {
  'request-refused': 'ground',
  'clarification-needed': 'clarification_question',
}
