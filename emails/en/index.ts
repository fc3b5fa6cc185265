import accessLink from './access-link'
import accountAlreadyDeleted from './account-already-deleted'
import appealAnswered from './appeal-answered'
import appealExtended from './appeal-extended'
import appealReceived from './appeal-received'
import authorityNotEstablished from './authority-not-established'
import blockedAccountDeletionRequest from './blocked-account-deletion-request'
import clarificationNeeded from './clarification-needed'
import complaintProgress from './complaint-progress'
import deadlineExtended from './deadline-extended'
import documentsNeeded from './documents-needed'
import downloadCode from './download-code'
import duplicateRequest from './duplicate-request'
import embargoedCountry from './embargoed-country'
import enterpriseUser from './enterprise-user'
import enterpriseUserAccessNotAvailable from './enterprise-user-access-not-available'
import failedVerification from './failed-verification'
import filesReady from './files-ready'
import generalReply from './general-reply'
import highRiskGitlabAccountVerificationQuestion from './high-risk-gitlab-account-verification-question'
import mediumRiskGitlabAccountVerificationQuestion from './medium-risk-gitlab-account-verification-question'
import noAccountFound from './no-account-found'
import noEnterpriseAdminPermissionDeletion from './no-enterprise-admin-permission-deletion'
import onHold from './on-hold'
import projectExportComplete from './project-export-complete'
import projectExportSelfServe from './project-export-self-serve'
import reminder from './reminder'
import requestClosed from './request-closed'
import requestFulfilled from './request-fulfilled'
import requestReceived from './request-received'
import requestRefused from './request-refused'
import securityNotice from './security-notice'
import securityReviewComplete from './security-review-complete'
import securityReviewDenied from './security-review-denied'
import securityReviewRequested from './security-review-requested'
import subjectConfirmation from './subject-confirmation'

/** Every message to the person in its English words, with its rule. The keys of this record are the keys of messages. */
export const english = {
  'access-link': accessLink,
  'account-already-deleted': accountAlreadyDeleted,
  'appeal-answered': appealAnswered,
  'appeal-extended': appealExtended,
  'appeal-received': appealReceived,
  'authority-not-established': authorityNotEstablished,
  'blocked-account-deletion-request': blockedAccountDeletionRequest,
  'clarification-needed': clarificationNeeded,
  'complaint-progress': complaintProgress,
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
  'subject-confirmation': subjectConfirmation,
} as const

export type MessageKey = keyof typeof english
