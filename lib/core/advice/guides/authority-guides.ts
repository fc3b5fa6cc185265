import { subjectMayBeAsked } from '../../derived/acting'
import { isWithThem, mayAskAgain } from '../../derived/question-mail'
import { authority, awaitsDocuments } from '../../machine/requirements/authority'
import { currentRequirement } from '../../machine/requirements/index'
import { subjectConfirmation } from '../../machine/requirements/subject-confirmation'
import type { PrivacyRequest } from '../../request/request'
import type { Guide, NextStep } from './guide'

const validating = (request: PrivacyRequest) =>
  request.state === 'verifying' && currentRequirement(request) === authority
const waiting = (request: PrivacyRequest) => awaitsDocuments(request) && isWithThem(request, 'documents')
const validIfConfirmed: NextStep = {
  command: 'validate-authority',
  label: 'Valid, if the person confirms it',
  preset: { valid: true, confirmation: true },
}
const decide = (request: PrivacyRequest): NextStep[] => [
  { command: 'validate-authority', label: 'Authority is valid', preset: { valid: true } },
  ...(subjectMayBeAsked(request) ? [validIfConfirmed] : []),
  { command: 'validate-authority', label: 'Authority Not Established', preset: { valid: false } },
]

export const authorityGuides: readonly Guide[] = [
  {
    when: request => validating(request) && !waiting(request),
    say: 'Privacy reads the proofs and validates the authority, or asks for what is missing.',
    why: 'Somebody who acts for another: on hold until Privacy has validated the authority; a living person’s account must not be deletable with forged papers.',
    steps: request => [
      ...decide(request),
      {
        command: 'send-message',
        label: 'Documents Needed',
        preset: { message: 'documents-needed' },
        who: ['privacy'],
      },
    ],
  },
  {
    when: request => validating(request) && waiting(request),
    say: 'Wait for the documents that Privacy asked for.',
    why: 'Documents Needed: 30 days; silence ends the request as authority not established.',
    steps: decide,
  },
]

const ofSubject = (request: PrivacyRequest) =>
  request.state === 'verifying' && currentRequirement(request) === subjectConfirmation

export const subjectGuides: readonly Guide[] = [
  {
    when: request => ofSubject(request) && isWithThem(request, 'subject-confirmation'),
    say: 'Wait for the person to confirm from their own mailbox that the requester may act for them.',
    why: 'Acting for somebody alive: 14 days to confirm; silence ends the request as authority not established.',
    steps: () => [],
  },
  {
    when: request => ofSubject(request) && mayAskAgain(request, 'subject-confirmation'),
    say: 'The person was asked to confirm and nobody waits for the answer any more. Ask them again.',
    why: 'Response windows: a question that was closed without an answer, or did not arrive, is asked again.',
    steps: () => [
      {
        command: 'send-message',
        label: 'Subject Confirmation',
        preset: { message: 'subject-confirmation' },
        who: ['privacy'],
      },
    ],
  },
]
