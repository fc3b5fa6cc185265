import { z } from 'zod'
import { awaitsDocuments } from '../machine/requirements/authority'
import { authorityOf, permissionOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import { type At, text, time, timeOrNull } from './view-scalars'

/** What an organisation's owner was asked and decided. */
export const ownerPermissionView = z.object({
  askedAt: time,
  consent: z.enum(['yes', 'no']).nullable(),
  consentAt: timeOrNull,
  contactTicket: text,
  contactedAt: timeOrNull,
  granted: z.boolean().nullable(),
  decisionTicket: text,
  decidedAt: timeOrNull,
})

/** How far Privacy has come with the authority to act for somebody else. */
export const authorityView = z.object({
  state: z.enum(['open', 'documents-asked', 'documents-given', 'valid', 'rejected']),
  openedAt: time,
  documentsAskedAt: timeOrNull,
  documentsGivenAt: timeOrNull,
  decidedAt: timeOrNull,
  reminders: z.number().int(),
  /** Whether the person, who is alive, was asked to confirm it, and did. */
  confirmationAskedAt: timeOrNull,
  confirmedAt: timeOrNull,
})

export function ownerPermissionOf(
  request: PrivacyRequest,
  at: At,
): z.output<typeof ownerPermissionView> | null {
  const permission = permissionOf(request)
  if (!permission) return null
  const { askedAt, consent, consentAt, contactTicket, contactedAt } = permission
  const { granted, decisionTicket, decidedAt } = permission
  return {
    askedAt: at(askedAt),
    consent,
    consentAt: consentAt && at(consentAt),
    contactTicket,
    contactedAt: contactedAt && at(contactedAt),
    granted,
    decisionTicket,
    decidedAt: decidedAt && at(decidedAt),
  }
}

export function authorityStateOf(request: PrivacyRequest, at: At): z.output<typeof authorityView> | null {
  const authority = authorityOf(request)
  if (!authority) return null
  const { openedAt, documentsAskedAt, documentsGivenAt, decidedAt, reminders } = authority
  const { confirmationAskedAt, confirmedAt } = authority
  return {
    state: stateOf(request, authority),
    openedAt: at(openedAt),
    documentsAskedAt: documentsAskedAt && at(documentsAskedAt),
    documentsGivenAt: documentsGivenAt && at(documentsGivenAt),
    decidedAt: decidedAt && at(decidedAt),
    reminders,
    confirmationAskedAt: confirmationAskedAt && at(confirmationAskedAt),
    confirmedAt: confirmedAt && at(confirmedAt),
  }
}

function stateOf(
  request: PrivacyRequest,
  { result, documentsGivenAt }: PrivacyRequest['authorities'][number],
) {
  if (result) return result
  if (awaitsDocuments(request)) return 'documents-asked'
  return documentsGivenAt ? 'documents-given' : 'open'
}
