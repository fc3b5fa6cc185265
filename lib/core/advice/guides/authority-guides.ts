import { isWithThem } from '../../derived/question-mail'
import { authority, awaitsDocuments } from '../../machine/requirements/authority'
import { currentRequirement } from '../../machine/requirements/index'
import type { PrivacyRequest } from '../../request/request'
import type { Guide, NextStep } from './guide'

const validating = (request: PrivacyRequest) =>
  request.state === 'verifying' && currentRequirement(request) === authority
const waiting = (request: PrivacyRequest) => awaitsDocuments(request) && isWithThem(request, 'documents')
const decide: NextStep[] = [
  { command: 'validate-authority', label: 'Authority is valid', preset: { valid: true } },
  { command: 'validate-authority', label: 'Authority Not Established', preset: { valid: false } },
]

export const authorityGuides: readonly Guide[] = [
  {
    when: request => validating(request) && !waiting(request),
    say: 'Privacy reads the proofs and validates the authority, or asks for what is missing.',
    why: 'Someone who has died: on hold until Privacy has validated the authority; a living person’s account must not be deletable with forged papers.',
    steps: () => [
      ...decide,
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
    steps: () => decide,
  },
]
