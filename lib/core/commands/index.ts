import type { z } from 'zod'
import type { RequestCommand, TaskCommand } from '../machine/command'
import type { RequestCommandName, TaskCommandName } from '../people/command-names'
import { addNote } from './request/add-note'
import { answerAppeal } from './request/answer-appeal'
import { answerClarification } from './request/answer-clarification'
import { answerEscalation } from './request/answer-escalation'
import { answerOwnerContact } from './request/answer-owner-contact'
import { answerQuestions } from './request/answer-questions'
import { askClarification } from './request/ask-clarification'
import { askForHelp } from './request/ask-for-help'
import { assign } from './request/assign'
import { attachFile } from './request/attach-file'
import { cannotKnow } from './request/cannot-know'
import { close } from './request/close'
import { confirm } from './request/confirm'
import { confirmAuthority } from './request/confirm-authority'
import { correctJurisdiction } from './request/correct-jurisdiction'
import { disown } from './request/disown'
import { endHold } from './request/end-hold'
import { escalate } from './request/escalate'
import { extendAppeal } from './request/extend-appeal'
import { extendDeadline } from './request/extend-deadline'
import { failVerification } from './request/fail-verification'
import { hold } from './request/hold'
import { lapseWindow } from './request/lapse-window'
import { linkIssue } from './request/link-issue'
import { markDuplicate } from './request/mark-duplicate'
import { markRead } from './request/mark-read'
import { object } from './request/object'
import { openAppeal } from './request/open-appeal'
import { openComplaint } from './request/open-complaint'
import { passVerification } from './request/pass-verification'
import { proceedDespite } from './request/proceed-despite'
import { provideDocuments } from './request/provide-documents'
import { readAnswer } from './request/read-answer'
import { recordCheckResults } from './request/record-check-results'
import { recordChecks } from './request/record-checks'
import { recordChecksFailure } from './request/record-checks-failure'
import { recordDelivery } from './request/record-delivery'
import { recordIssueFailure } from './request/record-issue-failure'
import { recordOwnerDecision } from './request/record-owner-decision'
import { recordRegion } from './request/record-region'
import { recordReply } from './request/record-reply'
import { recordSecurityReview } from './request/record-security-review'
import { releaseHold } from './request/release-hold'
import { remindDeadline } from './request/remind-deadline'
import { remindPrivacy } from './request/remind-privacy'
import { reopen } from './request/reopen'
import { reply } from './request/reply'
import { requestOwnerContact } from './request/request-owner-contact'
import { requestSecurityReview } from './request/request-security-review'
import { resendConfirmation } from './request/resend-confirmation'
import { retryChecks } from './request/retry-checks'
import { returnEscalation } from './request/return-escalation'
import { retype } from './request/retype'
import { sendAccessLink } from './request/send-access-link'
import { sendMessage } from './request/send-message'
import { sendReminder } from './request/send-reminder'
import { settleDelivery } from './request/settle-delivery'
import { takeOver } from './request/take-over'
import { validateAuthority } from './request/validate-authority'
import { waiveVerification } from './request/waive-verification'
import { withdraw } from './request/withdraw'
import { acceptException } from './task/accept-exception'
import { addTaskNote } from './task/add-note'
import { assignTask } from './task/assign'
import { beginEffect } from './task/begin-effect'
import { completeSystemTask } from './task/complete-system-task'
import { doStep } from './task/do-step'
import { failSystemTask } from './task/fail-system-task'
import { recordDownload } from './task/record-download'
import { recordListUpload } from './task/record-list-upload'
import { recordSearch } from './task/record-search'
import { recordStepDone } from './task/record-step-done'
import { recordStepException } from './task/record-step-exception'
import { recordStepFailure } from './task/record-step-failure'
import { removeFile } from './task/remove-file'
import { reopenTask } from './task/reopen-task'
import { resolve } from './task/resolve'
import { searchAgain } from './task/search-again'
import { stopStep } from './task/stop-step'
import { tickStep } from './task/tick-step'
import { untickStep } from './task/untick-step'

// A record of every name, so that a command without its line doesn't compile, and none gets the line of another.

const onRequests: { readonly [Name in RequestCommandName]: RequestCommand<z.ZodType, Name> } = {
  confirm,
  disown,
  'resend-confirmation': resendConfirmation,
  'send-access-link': sendAccessLink,
  'record-check-results': recordCheckResults,
  'record-checks-failure': recordChecksFailure,
  'retry-checks': retryChecks,
  'record-checks': recordChecks,
  'send-message': sendMessage,
  'answer-questions': answerQuestions,
  'ask-clarification': askClarification,
  'answer-clarification': answerClarification,
  'cannot-know': cannotKnow,
  reply,
  'pass-verification': passVerification,
  'fail-verification': failVerification,
  'mark-duplicate': markDuplicate,
  'proceed-despite': proceedDespite,
  'answer-owner-contact': answerOwnerContact,
  'request-owner-contact': requestOwnerContact,
  'record-owner-decision': recordOwnerDecision,
  'validate-authority': validateAuthority,
  'waive-verification': waiveVerification,
  object,
  'confirm-authority': confirmAuthority,
  'provide-documents': provideDocuments,
  'ask-for-help': askForHelp,
  'record-region': recordRegion,
  'correct-jurisdiction': correctJurisdiction,
  escalate,
  'read-answer': readAnswer,
  'link-issue': linkIssue,
  'record-issue-failure': recordIssueFailure,
  'answer-escalation': answerEscalation,
  'return-escalation': returnEscalation,
  'take-over': takeOver,
  'extend-deadline': extendDeadline,
  'open-appeal': openAppeal,
  'open-complaint': openComplaint,
  'answer-appeal': answerAppeal,
  'extend-appeal': extendAppeal,
  'remind-privacy': remindPrivacy,
  'remind-deadline': remindDeadline,
  'attach-file': attachFile,
  'request-security-review': requestSecurityReview,
  'record-security-review': recordSecurityReview,
  'lapse-window': lapseWindow,
  'send-reminder': sendReminder,
  'record-delivery': recordDelivery,
  'settle-delivery': settleDelivery,
  'mark-read': markRead,
  'record-reply': recordReply,
  hold,
  'release-hold': releaseHold,
  'end-hold': endHold,
  withdraw,
  close,
  reopen,
  retype,
  assign,
  'add-note': addNote,
}

const onTasks: { readonly [Name in TaskCommandName]: TaskCommand<z.ZodType, Name> } = {
  'tick-step': tickStep,
  'do-step': doStep,
  'stop-step': stopStep,
  'untick-step': untickStep,
  'search-again': searchAgain,
  'begin-effect': beginEffect,
  'record-step-done': recordStepDone,
  'record-step-failure': recordStepFailure,
  'record-step-exception': recordStepException,
  'record-search': recordSearch,
  'record-download': recordDownload,
  'record-list-upload': recordListUpload,
  resolve,
  'remove-file': removeFile,
  'reopen-task': reopenTask,
  'accept-exception': acceptException,
  assign: assignTask,
  'add-note': addTaskNote,
  'complete-system-task': completeSystemTask,
  'fail-system-task': failSystemTask,
}

/** Found by what somebody sent, so any text may be asked for. */
export const requestCommands: ReadonlyMap<string, RequestCommand> = new Map(Object.entries(onRequests))
export const taskCommands: ReadonlyMap<string, TaskCommand> = new Map(Object.entries(onTasks))

/** The command that a step or a form names: a task's where it is on one; undefined where there is none of that name. */
export const commandOf = ({
  command,
  taskId,
}: {
  command: string
  taskId?: string | undefined
}): RequestCommand | TaskCommand | undefined => (taskId ? taskCommands : requestCommands).get(command)
