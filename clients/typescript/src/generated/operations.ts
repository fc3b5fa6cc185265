// Written by `npm run client` from the OpenAPI document of the product. Don’t edit it.
import type { CallOptions, Called } from '../call.js'
import type { Download } from '../download.js'
import type { Upload } from '../upload.js'
import type { Schemas } from './schemas.js'

export type ListRequestsQuery = {
  view?: 'needs-us' | 'new-messages' | 'mine' | 'unassigned' | 'waiting-on-requester' | 'due-soon' | 'overdue' | 'escalated' | 'on-hold' | 'closed' | 'all' | undefined
  state?: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed' | undefined
  outcome?: 'fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused' | undefined
  type?: 'individual-deletion' | 'enterprise-deletion' | 'portal-deletion' | 'deceased-deletion' | 'marketing-deletion' | 'data-access' | 'rectification' | 'objection' | 'marketing-opt-out' | 'data-export' | 'forum-deletion' | undefined
  risk?: 'low' | 'medium' | 'high' | undefined
  waitingOn?: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody' | undefined
  assignee?: string | undefined
  due?: ('soon' | 'overdue') | (string & {}) | undefined
  q?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

export type ListOffChannelQuery = {
  state?: 'open' | 'overdue' | 'finished' | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

export type SolveOffChannelInput = Record<string, never>

export type FinishOffChannelInput = {
  note: string
}

export type AnswerOffChannelInput = {
  text: string
}

export type ClarifyOffChannelInput = {
  destination: 'gitlab' | 'github' | 'bitbucket' | 'gitea' | 'azure-devops' | 'other'
}

export type AnswerAgainOffChannelInput = Record<string, never>

export type ReadCcpaReportQuery = {
  year?: number | undefined
}

export type RequestResendConfirmationInput = {
  version?: Schemas['Version'] | undefined
}

export type RequestRetryChecksInput = {
  version?: Schemas['Version'] | undefined
}

export type RequestRecordChecksInput = {
  emailExists: boolean
  usernameExists: boolean
  sameAccount: boolean
  enterprise?: boolean | undefined
  accountId?: string | undefined
  secondaryEmails?: string | undefined
  accountState?: 'active' | 'blocked' | 'banned' | 'deactivated' | 'deleted' | undefined
  blockedReason?: ('self_deletion' | 'abuse' | 'other') | null | undefined
  privateProjects?: number | null | undefined
  soleOwnedGroups?: number | null | undefined
  plan?: string | null | undefined
  subscriptionEndsOn?: string | null | undefined
  twoFactor?: boolean | null | undefined
  createdOn?: string | null | undefined
  lastActiveOn?: string | null | undefined
  country?: string | null | undefined
  region?: string | null | undefined
  source: string
  note: string
  version?: Schemas['Version'] | undefined
}

export type RequestSendMessageInput = {
  message: string
  subject?: string | undefined
  body?: string | undefined
  of?: string | undefined
  note?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestAskClarificationInput = {
  question: string
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestPassVerificationInput = {
  version?: Schemas['Version'] | undefined
}

export type RequestFailVerificationInput = {
  note: string
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestMarkDuplicateInput = {
  of?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestProceedDespiteInput = {
  note: string
  version?: Schemas['Version'] | undefined
}

export type RequestAnswerOwnerContactInput = {
  contact: 'yes' | 'no'
  text?: string | undefined
  note?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestRequestOwnerContactInput = {
  ticket: string
  version?: Schemas['Version'] | undefined
}

export type RequestRecordOwnerDecisionInput = {
  granted: boolean
  ticket: string
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestValidateAuthorityInput = {
  valid: boolean
  note: string
  username?: string | undefined
  confirmation?: boolean | undefined
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestWaiveVerificationInput = {
  note: string
  version?: Schemas['Version'] | undefined
}

export type RequestAskForHelpInput = {
  text: string
  version?: Schemas['Version'] | undefined
}

export type RequestRecordRegionInput = {
  region: string
  note: string
  version?: Schemas['Version'] | undefined
}

export type RequestCorrectJurisdictionInput = {
  country: 'AD' | 'AE' | 'AF' | 'AG' | 'AI' | 'AL' | 'AM' | 'AO' | 'AQ' | 'AR' | 'AS' | 'AT' | 'AU' | 'AW' | 'AX' | 'AZ' | 'BA' | 'BB' | 'BD' | 'BE' | 'BF' | 'BG' | 'BH' | 'BI' | 'BJ' | 'BL' | 'BM' | 'BN' | 'BO' | 'BQ' | 'BR' | 'BS' | 'BT' | 'BV' | 'BW' | 'BY' | 'BZ' | 'CA' | 'CC' | 'CD' | 'CF' | 'CG' | 'CH' | 'CI' | 'CK' | 'CL' | 'CM' | 'CN' | 'CO' | 'CR' | 'CU' | 'CV' | 'CW' | 'CX' | 'CY' | 'CZ' | 'DE' | 'DJ' | 'DK' | 'DM' | 'DO' | 'DZ' | 'EC' | 'EE' | 'EG' | 'EH' | 'ER' | 'ES' | 'ET' | 'FI' | 'FJ' | 'FK' | 'FM' | 'FO' | 'FR' | 'GA' | 'GB' | 'GD' | 'GE' | 'GF' | 'GG' | 'GH' | 'GI' | 'GL' | 'GM' | 'GN' | 'GP' | 'GQ' | 'GR' | 'GS' | 'GT' | 'GU' | 'GW' | 'GY' | 'HK' | 'HM' | 'HN' | 'HR' | 'HT' | 'HU' | 'ID' | 'IE' | 'IL' | 'IM' | 'IN' | 'IO' | 'IQ' | 'IR' | 'IS' | 'IT' | 'JE' | 'JM' | 'JO' | 'JP' | 'KE' | 'KG' | 'KH' | 'KI' | 'KM' | 'KN' | 'KP' | 'KR' | 'KW' | 'KY' | 'KZ' | 'LA' | 'LB' | 'LC' | 'LI' | 'LK' | 'LR' | 'LS' | 'LT' | 'LU' | 'LV' | 'LY' | 'MA' | 'MC' | 'MD' | 'ME' | 'MF' | 'MG' | 'MH' | 'MK' | 'ML' | 'MM' | 'MN' | 'MO' | 'MP' | 'MQ' | 'MR' | 'MS' | 'MT' | 'MU' | 'MV' | 'MW' | 'MX' | 'MY' | 'MZ' | 'NA' | 'NC' | 'NE' | 'NF' | 'NG' | 'NI' | 'NL' | 'NO' | 'NP' | 'NR' | 'NU' | 'NZ' | 'OM' | 'PA' | 'PE' | 'PF' | 'PG' | 'PH' | 'PK' | 'PL' | 'PM' | 'PN' | 'PR' | 'PS' | 'PT' | 'PW' | 'PY' | 'QA' | 'RE' | 'RO' | 'RS' | 'RU' | 'RW' | 'SA' | 'SB' | 'SC' | 'SD' | 'SE' | 'SG' | 'SH' | 'SI' | 'SJ' | 'SK' | 'SL' | 'SM' | 'SN' | 'SO' | 'SR' | 'SS' | 'ST' | 'SV' | 'SX' | 'SY' | 'SZ' | 'TC' | 'TD' | 'TF' | 'TG' | 'TH' | 'TJ' | 'TK' | 'TL' | 'TM' | 'TN' | 'TO' | 'TR' | 'TT' | 'TV' | 'TW' | 'TZ' | 'UA' | 'UG' | 'UM' | 'US' | 'UY' | 'UZ' | 'VA' | 'VC' | 'VE' | 'VG' | 'VI' | 'VN' | 'VU' | 'WF' | 'WS' | 'YE' | 'YT' | 'ZA' | 'ZM' | 'ZW'
  region?: string | undefined
  note: string
  version?: Schemas['Version'] | undefined
}

export type RequestEscalateInput = {
  reason: string
  question: string
  checked: string
  issue?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestReadAnswerInput = {
  version?: Schemas['Version'] | undefined
}

export type RequestLinkIssueInput = {
  issue: string
  escalation?: string | undefined
  review?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestAnswerEscalationInput = {
  answer: string
  version?: Schemas['Version'] | undefined
}

export type RequestReturnEscalationInput = {
  comment: string
  version?: Schemas['Version'] | undefined
}

export type RequestTakeOverInput = {
  version?: Schemas['Version'] | undefined
}

export type RequestExtendDeadlineInput = {
  reason: 'complexity' | 'number-of-requests' | 'interference' | 'consultation' | 'format-conversion' | 'other'
  until?: string | undefined
  notifiedDay?: string | undefined
  words?: string | undefined
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestOpenAppealInput = {
  ground: string
  receivedOn?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestOpenComplaintInput = {
  ground: string
  receivedOn?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestAnswerAppealInput = {
  decision?: 'granted' | 'partly' | 'not-granted' | undefined
  granted?: boolean | undefined
  answer: string
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestExtendAppealInput = {
  reason: 'complexity' | 'number-of-requests' | 'interference' | 'consultation' | 'format-conversion' | 'other'
  until?: string | undefined
  words?: string | undefined
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestRequestSecurityReviewInput = {
  issue?: string | undefined
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestRecordSecurityReviewInput = {
  result: 'unblocked' | 'denied'
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestSettleDeliveryInput = {
  message: string
  delivered: boolean
  version?: Schemas['Version'] | undefined
}

export type RequestMarkReadInput = {
  message?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestRecordReplyInput = {
  channel: 'mail' | 'telephone' | 'letter' | 'ticket' | 'in-person' | 'chat' | 'social-media' | 'forum-post' | 'other'
  at: string
  text?: string | undefined
  answers?: Record<string, string> | undefined
  effect?: 'reply' | 'withdraw' | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestHoldInput = {
  reason: string
  until?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestReleaseHoldInput = {
  note: string
  hold?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestCloseInput = {
  outcome: 'refused' | 'withdrawn'
  note: string
  ground?: 'not-verifiable' | 'not-covered' | 'exempt-legal-obligation' | 'legal-claims' | 'freedom-of-expression' | 'manifestly-unfounded' | 'excessive' | 'third-party-rights' | 'other' | undefined
  subject?: string | undefined
  body?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestReopenInput = {
  reason: string
  instruction?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type RequestRetypeInput = {
  type: 'individual-deletion' | 'enterprise-deletion' | 'portal-deletion' | 'deceased-deletion' | 'marketing-deletion' | 'data-access' | 'rectification' | 'objection' | 'marketing-opt-out' | 'data-export' | 'forum-deletion'
  note: string
  version?: Schemas['Version'] | undefined
}

export type RequestAssignInput = {
  to: string | null
  version?: Schemas['Version'] | undefined
}

export type RequestAddNoteInput = {
  text: string
  version?: Schemas['Version'] | undefined
}

export type TaskTickStepInput = {
  step: string
  note?: string | undefined
  given?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type TaskDoStepInput = {
  step: string
  rest?: boolean | ('true' | 'false') | undefined
  note?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type TaskStopStepInput = {
  step: string
  version?: Schemas['Version'] | undefined
}

export type TaskUntickStepInput = {
  step: string
  version?: Schemas['Version'] | undefined
}

export type TaskSearchAgainInput = {
  version?: Schemas['Version'] | undefined
}

export type TaskRecordListUploadInput = {
  list: number
  by?: string | undefined
  note?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type TaskResolveInput = {
  resolution?: 'complete' | 'exception' | 'not_found' | undefined
  found?: {
    zendesk?: boolean | undefined
    customersPortal?: boolean | undefined
  } | undefined
  note?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type TaskRemoveFileInput = {
  file: string
  note?: string | undefined
  version?: Schemas['Version'] | undefined
}

export type TaskReopenTaskInput = {
  note: string
  version?: Schemas['Version'] | undefined
}

export type TaskAcceptExceptionInput = {
  note: string
  version?: Schemas['Version'] | undefined
}

export type TaskAssignInput = {
  to: string | null
  version?: Schemas['Version'] | undefined
}

export type TaskAddNoteInput = {
  text: string
  version?: Schemas['Version'] | undefined
}

/** Every operation of the API, under its name in the document. */
export abstract class Operations {
  protected abstract answered<Answer>(called: Called): Promise<Answer>
  protected abstract downloaded(called: Called): Promise<Download>
  protected abstract emptied(called: Called): Promise<void>

  /** A page of the queue, as far as the role sees it. For support-engineer, support-readiness, console-engineer, forum-admin, privacy, admin. */
  listRequests(query: ListRequestsQuery = {}, options: CallOptions = {}): Promise<Schemas['Queue']> {
    return this.answered<Schemas['Queue']>({ method: 'GET', path: '/requests', query, options })
  }

  /** Take a new request in; the confirmation mail goes to the requester. For support-engineer, privacy. */
  submitRequest(body: Schemas['NewRequest'], options: CallOptions = {}): Promise<Schemas['Submitted']> {
    return this.answered<Schemas['Submitted']>({ method: 'POST', path: '/requests', body, mediaType: 'application/json', options })
  }

  /** One request. For support-engineer, support-readiness, console-engineer, forum-admin, privacy, admin. */
  readRequest(reference: string, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'GET', path: `/requests/${encodeURIComponent(reference)}`, options })
  }

  /** What was said on it. For support-engineer, support-readiness, console-engineer, forum-admin, privacy. */
  readMessages(reference: string, options: CallOptions = {}): Promise<Schemas['Messages']> {
    return this.answered<Schemas['Messages']>({ method: 'GET', path: `/requests/${encodeURIComponent(reference)}/messages`, options })
  }

  /** What happened to it. For support-engineer, support-readiness, console-engineer, forum-admin, privacy, admin. */
  readAudit(reference: string, options: CallOptions = {}): Promise<Schemas['Audit']> {
    return this.answered<Schemas['Audit']>({ method: 'GET', path: `/requests/${encodeURIComponent(reference)}/audit`, options })
  }

  /** Upload a file to a task of the own team. For support-engineer, support-readiness, console-engineer, forum-admin, privacy. */
  uploadToTask(id: string, body: Schemas['Upload'], options: CallOptions = {}): Promise<Schemas['File']> {
    return this.answered<Schemas['File']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/files`, body, mediaType: 'multipart/form-data', options })
  }

  /** Upload a file to a request. For support-engineer, privacy. */
  uploadToRequest(reference: string, body: Schemas['Upload'], options: CallOptions = {}): Promise<Schemas['File']> {
    return this.answered<Schemas['File']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/files`, body, mediaType: 'multipart/form-data', options })
  }

  /** The bytes of a file, as an attachment; noted in the audit log. For support-engineer, support-readiness, console-engineer, forum-admin, privacy. */
  downloadFile(id: string, options: CallOptions = {}): Promise<Download> {
    return this.downloaded({ method: 'GET', path: `/files/${encodeURIComponent(id)}`, options })
  }

  /** A page of what arrived other than through the Privacy Center, the newest first. For support-engineer, privacy. */
  listOffChannel(query: ListOffChannelQuery = {}, options: CallOptions = {}): Promise<Schemas['OffChannelPage']> {
    return this.answered<Schemas['OffChannelPage']>({ method: 'GET', path: '/off-channel', query, options })
  }

  /** Log an arrival; the answer says what to send, what becomes of its ticket, and by when Privacy answers. For support-engineer, privacy. */
  logOffChannel(body: Schemas['NewOffChannel'], options: CallOptions = {}): Promise<Schemas['OffChannel']> {
    return this.answered<Schemas['OffChannel']>({ method: 'POST', path: '/off-channel', body, mediaType: 'application/json', options })
  }

  /** One entry with its answer. For support-engineer, privacy. */
  readOffChannel(id: string, options: CallOptions = {}): Promise<Schemas['OffChannel']> {
    return this.answered<Schemas['OffChannel']>({ method: 'GET', path: `/off-channel/${encodeURIComponent(id)}`, options })
  }

  /** Say that the entry’s ticket is solved, or what came is answered. For support-engineer, privacy. */
  solveOffChannel(id: string, body: SolveOffChannelInput = {}, options: CallOptions = {}): Promise<Schemas['OffChannel']> {
    return this.answered<Schemas['OffChannel']>({ method: 'POST', path: `/off-channel/${encodeURIComponent(id)}/commands/solve`, body, mediaType: 'application/json', options })
  }

  /** End an entry that was kept, with a note; what Privacy answers is ended by Privacy alone. For support-engineer, privacy. */
  finishOffChannel(id: string, body: FinishOffChannelInput, options: CallOptions = {}): Promise<Schemas['OffChannel']> {
    return this.answered<Schemas['OffChannel']>({ method: 'POST', path: `/off-channel/${encodeURIComponent(id)}/commands/finish`, body, mediaType: 'application/json', options })
  }

  /** Answer a complaint from the public form by mail, which ends the entry; Privacy alone. For support-engineer, privacy. */
  answerOffChannel(id: string, body: AnswerOffChannelInput, options: CallOptions = {}): Promise<Schemas['OffChannel']> {
    return this.answered<Schemas['OffChannel']>({ method: 'POST', path: `/off-channel/${encodeURIComponent(id)}/commands/answer`, body, mediaType: 'application/json', options })
  }

  /** Say where the person wants to move to, for data portability. For support-engineer, privacy. */
  clarifyOffChannel(id: string, body: ClarifyOffChannelInput, options: CallOptions = {}): Promise<Schemas['OffChannel']> {
    return this.answered<Schemas['OffChannel']>({ method: 'POST', path: `/off-channel/${encodeURIComponent(id)}/commands/clarify`, body, mediaType: 'application/json', options })
  }

  /** Have a ticket that couldn’t be answered automatically tried again; only where `answering` is `failed`. For support-engineer, privacy. */
  answerAgainOffChannel(id: string, body: AnswerAgainOffChannelInput = {}, options: CallOptions = {}): Promise<Schemas['OffChannel']> {
    return this.answered<Schemas['OffChannel']>({ method: 'POST', path: `/off-channel/${encodeURIComponent(id)}/commands/answer-again`, body, mediaType: 'application/json', options })
  }

  /** Open the request that the answer offers, once; its link to the ticket becomes a note. For support-engineer, privacy. */
  openForOffChannel(id: string, body: Schemas['NewRequestFromTicket'], options: CallOptions = {}): Promise<Schemas['Submitted']> {
    return this.answered<Schemas['Submitted']>({ method: 'POST', path: `/off-channel/${encodeURIComponent(id)}/request`, body, mediaType: 'application/json', options })
  }

  /** What was asked in a calendar year, how it was answered and how fast (CCPA regulations § 7102). For support-engineer, privacy, admin. */
  readCcpaReport(query: ReadCcpaReportQuery = {}, options: CallOptions = {}): Promise<Schemas['CcpaReport']> {
    return this.answered<Schemas['CcpaReport']>({ method: 'GET', path: '/reports/ccpa', query, options })
  }

  /** What connected systems would do for a step now, from live data; nothing is changed. For task-team. */
  previewStep(id: string, step: string, options: CallOptions = {}): Promise<{
  system: string
  acts: string[]
  nothingToDo: boolean
}> {
    return this.answered<{
  system: string
  acts: string[]
  nothingToDo: boolean
}>({ method: 'GET', path: `/tasks/${encodeURIComponent(id)}/steps/${encodeURIComponent(step)}/preview`, options })
  }

  /** Every connected system with its health; of secrets only whether they are set. For admin. */
  listSystems(options: CallOptions = {}): Promise<Schemas['Systems']> {
    return this.answered<Schemas['Systems']>({ method: 'GET', path: '/systems', options })
  }

  /** Connect a system, or change one; a secret that is left out keeps its value. For admin. */
  saveSystem(key: string, body: Schemas['SavedSystem'], options: CallOptions = {}): Promise<Schemas['System']> {
    return this.answered<Schemas['System']>({ method: 'PUT', path: `/systems/${encodeURIComponent(key)}`, body, mediaType: 'application/json', options })
  }

  /** Forget a system and its secrets; its open steps are done by hand from now on. For admin. */
  disconnectSystem(key: string, options: CallOptions = {}): Promise<void> {
    return this.emptied({ method: 'DELETE', path: `/systems/${encodeURIComponent(key)}`, options })
  }

  /** Test the connection, also of a system that is switched off; nothing there is changed. For admin. */
  testSystem(key: string, options: CallOptions = {}): Promise<Schemas['SystemCheck']> {
    return this.answered<Schemas['SystemCheck']>({ method: 'POST', path: `/systems/${encodeURIComponent(key)}/check`, options })
  }

  /** Every webhook, without its secret. For admin. */
  listWebhooks(options: CallOptions = {}): Promise<Schemas['Webhooks']> {
    return this.answered<Schemas['Webhooks']>({ method: 'GET', path: '/webhooks', options })
  }

  /** Add an address that is told of what happens; its secret is in this answer alone. For admin. */
  createWebhook(body: Schemas['NewWebhook'], options: CallOptions = {}): Promise<Schemas['CreatedWebhook']> {
    return this.answered<Schemas['CreatedWebhook']>({ method: 'POST', path: '/webhooks', body, mediaType: 'application/json', options })
  }

  /** Take a webhook away, with what is on its way to it. For admin. */
  removeWebhook(id: string, options: CallOptions = {}): Promise<void> {
    return this.emptied({ method: 'DELETE', path: `/webhooks/${encodeURIComponent(id)}`, options })
  }

  /** Send the link again. For support-engineer, privacy. */
  requestResendConfirmation(reference: string, body: RequestResendConfirmationInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/resend-confirmation`, body, mediaType: 'application/json', options })
  }

  /** Retry the checks. For support-engineer, privacy. */
  requestRetryChecks(reference: string, body: RequestRetryChecksInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/retry-checks`, body, mediaType: 'application/json', options })
  }

  /** Record the checks by hand. For support-engineer, privacy. */
  requestRecordChecks(reference: string, body: RequestRecordChecksInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/record-checks`, body, mediaType: 'application/json', options })
  }

  /** Send. For support-engineer, privacy. */
  requestSendMessage(reference: string, body: RequestSendMessageInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/send-message`, body, mediaType: 'application/json', options })
  }

  /** Ask what they mean. For support-engineer, privacy. */
  requestAskClarification(reference: string, body: RequestAskClarificationInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/ask-clarification`, body, mediaType: 'application/json', options })
  }

  /** Pass verification. For support-engineer, privacy. */
  requestPassVerification(reference: string, body: RequestPassVerificationInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/pass-verification`, body, mediaType: 'application/json', options })
  }

  /** Fail verification. For support-engineer, privacy. */
  requestFailVerification(reference: string, body: RequestFailVerificationInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/fail-verification`, body, mediaType: 'application/json', options })
  }

  /** Duplicate Request. For support-engineer, privacy. */
  requestMarkDuplicate(reference: string, body: RequestMarkDuplicateInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/mark-duplicate`, body, mediaType: 'application/json', options })
  }

  /** Go ahead all the same. For support-engineer, privacy. */
  requestProceedDespite(reference: string, body: RequestProceedDespiteInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/proceed-despite`, body, mediaType: 'application/json', options })
  }

  /** Send my answer. For support-engineer, privacy. */
  requestAnswerOwnerContact(reference: string, body: RequestAnswerOwnerContactInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/answer-owner-contact`, body, mediaType: 'application/json', options })
  }

  /** Contact the owner. For support-engineer, privacy. */
  requestRequestOwnerContact(reference: string, body: RequestRequestOwnerContactInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/request-owner-contact`, body, mediaType: 'application/json', options })
  }

  /** Record the owner’s decision. For support-engineer, privacy. */
  requestRecordOwnerDecision(reference: string, body: RequestRecordOwnerDecisionInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/record-owner-decision`, body, mediaType: 'application/json', options })
  }

  /** Validate the authority. For privacy. */
  requestValidateAuthority(reference: string, body: RequestValidateAuthorityInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/validate-authority`, body, mediaType: 'application/json', options })
  }

  /** Continue without answers. For privacy. */
  requestWaiveVerification(reference: string, body: RequestWaiveVerificationInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/waive-verification`, body, mediaType: 'application/json', options })
  }

  /** Send my answer. For support-engineer, privacy. */
  requestAskForHelp(reference: string, body: RequestAskForHelpInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/ask-for-help`, body, mediaType: 'application/json', options })
  }

  /** Record the region. For support-engineer, privacy. */
  requestRecordRegion(reference: string, body: RequestRecordRegionInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/record-region`, body, mediaType: 'application/json', options })
  }

  /** Correct where the person lives. For support-engineer, privacy. */
  requestCorrectJurisdiction(reference: string, body: RequestCorrectJurisdictionInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/correct-jurisdiction`, body, mediaType: 'application/json', options })
  }

  /** Escalate to Privacy. For support-engineer, privacy. */
  requestEscalate(reference: string, body: RequestEscalateInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/escalate`, body, mediaType: 'application/json', options })
  }

  /** I have read it. For support-engineer, privacy. */
  requestReadAnswer(reference: string, body: RequestReadAnswerInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/read-answer`, body, mediaType: 'application/json', options })
  }

  /** Keep the link. For support-engineer, privacy. */
  requestLinkIssue(reference: string, body: RequestLinkIssueInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/link-issue`, body, mediaType: 'application/json', options })
  }

  /** Answer. For privacy. */
  requestAnswerEscalation(reference: string, body: RequestAnswerEscalationInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/answer-escalation`, body, mediaType: 'application/json', options })
  }

  /** Return with a comment. For privacy. */
  requestReturnEscalation(reference: string, body: RequestReturnEscalationInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/return-escalation`, body, mediaType: 'application/json', options })
  }

  /** Take over. For privacy. */
  requestTakeOver(reference: string, body: RequestTakeOverInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/take-over`, body, mediaType: 'application/json', options })
  }

  /** Extend the deadline. For privacy. */
  requestExtendDeadline(reference: string, body: RequestExtendDeadlineInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/extend-deadline`, body, mediaType: 'application/json', options })
  }

  /** Open an appeal. For support-engineer, privacy. */
  requestOpenAppeal(reference: string, body: RequestOpenAppealInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/open-appeal`, body, mediaType: 'application/json', options })
  }

  /** Open a complaint. For support-engineer, privacy. */
  requestOpenComplaint(reference: string, body: RequestOpenComplaintInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/open-complaint`, body, mediaType: 'application/json', options })
  }

  /** Answer the appeal. For privacy. */
  requestAnswerAppeal(reference: string, body: RequestAnswerAppealInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/answer-appeal`, body, mediaType: 'application/json', options })
  }

  /** Extend the time for the answer. For privacy. */
  requestExtendAppeal(reference: string, body: RequestExtendAppealInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/extend-appeal`, body, mediaType: 'application/json', options })
  }

  /** Security Review Requested. For support-engineer, privacy. */
  requestRequestSecurityReview(reference: string, body: RequestRequestSecurityReviewInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/request-security-review`, body, mediaType: 'application/json', options })
  }

  /** Record the security review. For support-engineer, privacy. */
  requestRecordSecurityReview(reference: string, body: RequestRecordSecurityReviewInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/record-security-review`, body, mediaType: 'application/json', options })
  }

  /** Settle an uncertain mail. For support-engineer, privacy. */
  requestSettleDelivery(reference: string, body: RequestSettleDeliveryInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/settle-delivery`, body, mediaType: 'application/json', options })
  }

  /** Mark as read. For support-engineer, privacy. */
  requestMarkRead(reference: string, body: RequestMarkReadInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/mark-read`, body, mediaType: 'application/json', options })
  }

  /** Record a reply. For support-engineer, privacy. */
  requestRecordReply(reference: string, body: RequestRecordReplyInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/record-reply`, body, mediaType: 'application/json', options })
  }

  /** Place a hold. For support-engineer, privacy. */
  requestHold(reference: string, body: RequestHoldInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/hold`, body, mediaType: 'application/json', options })
  }

  /** Release the hold. For privacy. */
  requestReleaseHold(reference: string, body: RequestReleaseHoldInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/release-hold`, body, mediaType: 'application/json', options })
  }

  /** Close. For support-engineer, privacy. */
  requestClose(reference: string, body: RequestCloseInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/close`, body, mediaType: 'application/json', options })
  }

  /** Reopen. For support-engineer, privacy. */
  requestReopen(reference: string, body: RequestReopenInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/reopen`, body, mediaType: 'application/json', options })
  }

  /** Correct the type. For support-engineer, privacy. */
  requestRetype(reference: string, body: RequestRetypeInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/retype`, body, mediaType: 'application/json', options })
  }

  /** Assign. For support-engineer, privacy. */
  requestAssign(reference: string, body: RequestAssignInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/assign`, body, mediaType: 'application/json', options })
  }

  /** Add a note. For support-engineer, privacy. */
  requestAddNote(reference: string, body: RequestAddNoteInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/requests/${encodeURIComponent(reference)}/commands/add-note`, body, mediaType: 'application/json', options })
  }

  /** Tick. For task-team. */
  taskTickStep(id: string, body: TaskTickStepInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/tick-step`, body, mediaType: 'application/json', options })
  }

  /** Do it. For task-team. */
  taskDoStep(id: string, body: TaskDoStepInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/do-step`, body, mediaType: 'application/json', options })
  }

  /** Do it by hand. For task-team. */
  taskStopStep(id: string, body: TaskStopStepInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/stop-step`, body, mediaType: 'application/json', options })
  }

  /** Undo. For task-team. */
  taskUntickStep(id: string, body: TaskUntickStepInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/untick-step`, body, mediaType: 'application/json', options })
  }

  /** Search again. For task-team. */
  taskSearchAgain(id: string, body: TaskSearchAgainInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/search-again`, body, mediaType: 'application/json', options })
  }

  /** The list is in the GDPR folder. For task-team. */
  taskRecordListUpload(id: string, body: TaskRecordListUploadInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/record-list-upload`, body, mediaType: 'application/json', options })
  }

  /** Resolve. For task-team. */
  taskResolve(id: string, body: TaskResolveInput = {}, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/resolve`, body, mediaType: 'application/json', options })
  }

  /** Remove the file. For task-team. */
  taskRemoveFile(id: string, body: TaskRemoveFileInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/remove-file`, body, mediaType: 'application/json', options })
  }

  /** Reopen the task. For privacy. */
  taskReopenTask(id: string, body: TaskReopenTaskInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/reopen-task`, body, mediaType: 'application/json', options })
  }

  /** Accept the exception. For privacy. */
  taskAcceptException(id: string, body: TaskAcceptExceptionInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/accept-exception`, body, mediaType: 'application/json', options })
  }

  /** Assign. For task-team. */
  taskAssign(id: string, body: TaskAssignInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/assign`, body, mediaType: 'application/json', options })
  }

  /** Add a note. For support-engineer, privacy, task-team. */
  taskAddNote(id: string, body: TaskAddNoteInput, options: CallOptions = {}): Promise<Schemas['Request']> {
    return this.answered<Schemas['Request']>({ method: 'POST', path: `/tasks/${encodeURIComponent(id)}/commands/add-note`, body, mediaType: 'application/json', options })
  }

  /** This document. */
  readDocument(options: CallOptions = {}): Promise<Record<string, unknown>> {
    return this.answered<Record<string, unknown>>({ method: 'GET', path: '/openapi.json', options })
  }
}
