import accessLink from '@/emails/en/access-link'
import accountAlreadyDeleted from '@/emails/en/account-already-deleted'
import appealAnswered from '@/emails/en/appeal-answered'
import appealExtended from '@/emails/en/appeal-extended'
import appealReceived from '@/emails/en/appeal-received'
import authorityNotEstablished from '@/emails/en/authority-not-established'
import blockedAccountDeletionRequest from '@/emails/en/blocked-account-deletion-request'
import confirmationResent from '@/emails/en/confirmation-resent'
import deadlineExtended from '@/emails/en/deadline-extended'
import documentsNeeded from '@/emails/en/documents-needed'
import downloadCode from '@/emails/en/download-code'
import duplicateRequest from '@/emails/en/duplicate-request'
import embargoedCountry from '@/emails/en/embargoed-country'
import enterpriseUser from '@/emails/en/enterprise-user'
import enterpriseUserAccessNotAvailable from '@/emails/en/enterprise-user-access-not-available'
import failedVerification from '@/emails/en/failed-verification'
import filesReady from '@/emails/en/files-ready'
import generalReply from '@/emails/en/general-reply'
import highRiskGitlabAccountVerificationQuestion from '@/emails/en/high-risk-gitlab-account-verification-question'
import mediumRiskGitlabAccountVerificationQuestion from '@/emails/en/medium-risk-gitlab-account-verification-question'
import noAccountFound from '@/emails/en/no-account-found'
import noEnterpriseAdminPermissionDeletion from '@/emails/en/no-enterprise-admin-permission-deletion'
import onHold from '@/emails/en/on-hold'
import projectExportComplete from '@/emails/en/project-export-complete'
import projectExportSelfServe from '@/emails/en/project-export-self-serve'
import reminder from '@/emails/en/reminder'
import requestClosed from '@/emails/en/request-closed'
import requestFulfilled from '@/emails/en/request-fulfilled'
import requestReceived from '@/emails/en/request-received'
import requestRefused from '@/emails/en/request-refused'
import securityNotice from '@/emails/en/security-notice'
import securityReviewComplete from '@/emails/en/security-review-complete'
import securityReviewDenied from '@/emails/en/security-review-denied'
import securityReviewRequested from '@/emails/en/security-review-requested'
import usageChange from '@/emails/public/usage-change'
import usageSubscription from '@/emails/public/usage-subscription'
import appealReminder from '@/emails/staff/appeal-reminder'
import deadlineReminder from '@/emails/staff/deadline-reminder'
import deliveryProblem from '@/emails/staff/delivery-problem'
import privacyNotice from '@/emails/staff/privacy-notice'
import setPassword from '@/emails/staff/set-password'
import taskOpened from '@/emails/staff/task-opened'
import type { MessageKey, MessageTemplate, PublicMailKey, StaffMailKey } from '@/emails/types'

type MessageSet = { readonly [Key in MessageKey]: MessageTemplate<Key> }

const english: MessageSet = {
  'access-link': accessLink,
  'account-already-deleted': accountAlreadyDeleted,
  'appeal-answered': appealAnswered,
  'appeal-extended': appealExtended,
  'appeal-received': appealReceived,
  'authority-not-established': authorityNotEstablished,
  'blocked-account-deletion-request': blockedAccountDeletionRequest,
  'confirmation-resent': confirmationResent,
  'deadline-extended': deadlineExtended,
  'documents-needed': documentsNeeded,
  'download-code': downloadCode,
  'duplicate-request': duplicateRequest,
  'embargoed-country': embargoedCountry,
  'enterprise-user': enterpriseUser,
  'enterprise-user-access-not-available': enterpriseUserAccessNotAvailable,
  'failed-verification': failedVerification,
  'files-ready': filesReady,
  'general-reply': generalReply,
  'high-risk-gitlab-account-verification-question': highRiskGitlabAccountVerificationQuestion,
  'medium-risk-gitlab-account-verification-question': mediumRiskGitlabAccountVerificationQuestion,
  'no-account-found': noAccountFound,
  'no-enterprise-admin-permission-deletion': noEnterpriseAdminPermissionDeletion,
  'on-hold': onHold,
  'project-export-complete': projectExportComplete,
  'project-export-self-serve': projectExportSelfServe,
  reminder,
  'request-closed': requestClosed,
  'request-fulfilled': requestFulfilled,
  'request-received': requestReceived,
  'request-refused': requestRefused,
  'security-notice': securityNotice,
  'security-review-complete': securityReviewComplete,
  'security-review-denied': securityReviewDenied,
  'security-review-requested': securityReviewRequested,
}

const staff: { readonly [Key in StaffMailKey]: MessageTemplate<Key> } = {
  'appeal-reminder': appealReminder,
  'deadline-reminder': deadlineReminder,
  'delivery-problem': deliveryProblem,
  'privacy-notice': privacyNotice,
  'set-password': setPassword,
  'task-opened': taskOpened,
}

const subscribers: { readonly [Key in PublicMailKey]: MessageTemplate<Key> } = {
  'usage-change': usageChange,
  'usage-subscription': usageSubscription,
}

// A language may have only some of the messages; the rest is said in English rather than not at all.
const languages: Readonly<Record<string, Partial<MessageSet>>> = { en: english }

/** All messages to the person, in English: the list that the composer and the template screen start from. */
export const messages: readonly MessageTemplate<MessageKey>[] = Object.values(english)

/** All mails to staff. */
export const staffMails: readonly MessageTemplate<StaffMailKey>[] = Object.values(staff)

/** All mails to subscribers. */
export const publicMails: readonly MessageTemplate<PublicMailKey>[] = Object.values(subscribers)

/** True if the text is the key of a message to the person, as the API spells it. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key)
}

/**
 * The message in the language asked for (BCP 47), else in that language without its region, else in English.
 */
export function findMessage(key: MessageKey, language = 'en'): MessageTemplate<MessageKey> {
  for (const tag of [language.toLowerCase(), language.toLowerCase().split('-')[0] ?? 'en']) {
    const set = Object.hasOwn(languages, tag) ? languages[tag] : undefined
    const found = set?.[key]
    if (found) return found
  }
  return english[key]
}

/** The mail to staff with this key. */
export function findStaffMail(key: StaffMailKey): MessageTemplate<StaffMailKey> {
  return staff[key]
}

/** The mail to subscribers with this key. */
export function findPublicMail(key: PublicMailKey): MessageTemplate<PublicMailKey> {
  return subscribers[key]
}
