import type { PrivacyRequest } from '../../request/request'

/**
 * Text of the issue that asks Trust & Safety for a review: ids and dates, never a name or an address.
 * @param link address of the request at the desk
 */
export function securityReviewIssue(
  { reference, accountId }: Pick<PrivacyRequest, 'reference' | 'accountId'>,
  reviewId: string,
  link: string,
): { title: string; text: string } {
  const title = `Security review: ${reference}`
  const text = [
    `## ${title}`,
    '',
    `- Request: ${reference}`,
    `- Account id: ${accountId ?? 'not known'}`,
    `- Review: ${reviewId}`,
    `- Everything else: ${link}`,
    '',
    'Somebody asked for this account to be deleted, and it is blocked or banned. May it be deleted?',
    'Please write no personal data here. Record the decision on the request.',
  ].join('\n')
  return { title, text }
}
