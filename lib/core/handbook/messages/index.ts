import type { WindowReason } from '../../request/response-window'

/** What a message is for and what it carries; its words are in emails/. */
export interface MessageRule {
  key: string
  /** The handbook's name. */
  name: string
  /** The command that sends it with its effect; `system` where only the system does. */
  by: string
  window?: { reason: WindowReason; days: number }
}

const week = { reason: 'verification', days: 7 } as const

const all: readonly MessageRule[] = [
  { key: 'request-received', name: 'Request Received', by: 'resend-confirmation' },
  { key: 'no-account-found', name: 'No Account Found', by: 'system' },
  { key: 'duplicate-request', name: 'Duplicate Request', by: 'send-message' },
  {
    key: 'medium-risk-gitlab-account-verification-question',
    name: 'Medium Risk GitLab Account Verification Question',
    by: 'send-message',
    window: week,
  },
  {
    key: 'high-risk-gitlab-account-verification-question',
    name: 'High Risk GitLab Account Verification Question',
    by: 'send-message',
    window: week,
  },
  { key: 'reminder', name: 'Reminder', by: 'system' },
  { key: 'failed-verification', name: 'Failed Verification', by: 'fail-verification' },
  { key: 'blocked-account-deletion-request', name: 'Blocked Account Deletion Request', by: 'send-message' },
  { key: 'security-review-requested', name: 'Security Review Requested', by: 'request-security-review' },
  { key: 'security-review-complete', name: 'Security Review Complete', by: 'record-security-review' },
  { key: 'security-review-denied', name: 'Security Review Denied', by: 'record-security-review' },
  { key: 'account-already-deleted', name: 'Account Already Deleted', by: 'send-message' },
  {
    key: 'enterprise-user',
    name: 'Enterprise User',
    by: 'send-message',
    window: { reason: 'owner-consent', days: 7 },
  },
  {
    key: 'no-enterprise-admin-permission-deletion',
    name: 'No Enterprise Admin Permission-Deletion',
    by: 'record-owner-decision',
  },
  { key: 'enterprise-user-access-not-available', name: 'Enterprise User Access Not Available', by: 'system' },
  {
    key: 'documents-needed',
    name: 'Documents Needed',
    by: 'send-message',
    window: { reason: 'documents', days: 30 },
  },
  { key: 'authority-not-established', name: 'Authority Not Established', by: 'validate-authority' },
  { key: 'embargoed-country', name: 'Embargoed Country', by: 'send-message' },
  {
    key: 'project-export-self-serve',
    name: 'Project Export Self-Serve',
    by: 'send-message',
    window: { reason: 'self-serve', days: 7 },
  },
  { key: 'project-export-complete', name: 'Project Export Complete', by: 'send-message' },
  { key: 'files-ready', name: 'Files Ready', by: 'system' },
  { key: 'deadline-extended', name: 'Deadline Extended', by: 'extend-deadline' },
  { key: 'appeal-received', name: 'Appeal Received', by: 'open-appeal' },
  { key: 'appeal-extended', name: 'Appeal Extended', by: 'extend-appeal' },
  { key: 'appeal-answered', name: 'Appeal Answered', by: 'answer-appeal' },
  { key: 'on-hold', name: 'On Hold', by: 'system' },
  { key: 'security-notice', name: 'Security Notice', by: 'system' },
  { key: 'request-refused', name: 'Request Refused', by: 'close' },
  { key: 'request-closed', name: 'Request Closed', by: 'close' },
  { key: 'request-fulfilled', name: 'Request Fulfilled', by: 'system' },
  { key: 'access-link', name: 'Link to your request', by: 'system' },
  { key: 'general-reply', name: 'A message about your request', by: 'send-message' },
]

export const messageRules: ReadonlyMap<string, MessageRule> = new Map(all.map(rule => [rule.key, rule]))
