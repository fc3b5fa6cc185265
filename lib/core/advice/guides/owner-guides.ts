import { isWithThem, mayAskAgain, repliedTo } from '../../derived/question-mail'
import { isReopenable, reopeners } from '../../derived/reopening'
import { currentRequirement } from '../../machine/requirements/index'
import { ownerPermission } from '../../machine/requirements/owner-permission'
import { openWindows, permissionOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Guide, NextStep } from './guide'

const asking = (request: PrivacyRequest) =>
  request.state === 'verifying' && currentRequirement(request) === ownerPermission
const unanswered = (request: PrivacyRequest) => asking(request) && !permissionOf(request)?.consent
/** Two days before the end, as the person is reminded. */
const endsSoon = (request: PrivacyRequest) =>
  openWindows(request).some(({ reason, remindedAt }) => reason === 'owner-consent' && remindedAt !== null)
const askAgain: NextStep = {
  command: 'send-message',
  label: 'Ask again',
  preset: { message: 'enterprise-user' },
}
const record: NextStep = { command: 'record-owner-decision', label: 'Record the owner’s decision' }

export const ownerGuides: readonly Guide[] = [
  {
    when: request => unanswered(request) && repliedTo(request, 'owner-consent'),
    say: 'The person wrote a reply. Read whether they want their administrator asked, and record it; if it doesn’t say, ask again.',
    why: 'Response windows: any answer closes the window and makes it support’s turn. Nobody’s employer is told against their will.',
    steps: () => [
      {
        command: 'answer-owner-contact',
        label: 'They said yes',
        preset: { contact: 'yes' },
        needs: ['note'],
      },
      { command: 'answer-owner-contact', label: 'They said no', preset: { contact: 'no' }, needs: ['note'] },
      askAgain,
      record,
    ],
  },
  {
    when: request =>
      unanswered(request) && mayAskAgain(request, 'owner-consent') && !repliedTo(request, 'owner-consent'),
    say: 'The question whether we should ask their administrator is unanswered and nobody waits for it any more. Ask again.',
    why: 'Response windows: a question that was closed without an answer, or did not arrive, is asked again.',
    steps: () => [askAgain, record],
  },
  {
    when: request => unanswered(request) && isWithThem(request, 'owner-consent') && endsSoon(request),
    say: 'The time to answer ends in two days. Look for a ticket of the organisation’s administrator; if there is a written instruction, record it.',
    why: 'Enterprise User: a written instruction from the administrator counts whenever it comes; with neither it nor a yes, the request ends.',
    steps: () => [record],
  },
  {
    when: request => unanswered(request) && isWithThem(request, 'owner-consent') && !endsSoon(request),
    say: 'Wait for the person to say whether we should ask their administrator. A written instruction from the administrator counts at any time.',
    why: 'Enterprise User: 7 days to answer; silence or “no” ends the request without the owner’s permission.',
    steps: () => [record],
  },
  {
    when: request =>
      asking(request) && permissionOf(request)?.consent === 'yes' && !permissionOf(request)?.contactedAt,
    say: 'The person agreed: contact the organisation’s owner on a Support Ticket, and give the link to it.',
    why: 'Owner contact: only after the person’s yes; the owner has 10 days.',
    steps: () => [{ command: 'request-owner-contact', label: 'Contact the owner' }, record],
  },
  {
    when: request => asking(request) && Boolean(permissionOf(request)?.contactedAt),
    say: 'Wait for the owner, then record what they decided with the link to the ticket.',
    why: 'Owner’s decision: granted: the request continues; refused, or silence for 10 days, ends the request.',
    steps: () => [
      { ...record, label: 'Permission granted', preset: { granted: true } },
      { ...record, label: 'Permission refused', preset: { granted: false } },
    ],
  },
]

/** What the administrator writes after the end still counts, and nobody is asked again. */
export const instructedLater: Guide = {
  when: request => isReopenable(request) && request.outcome === 'no-permission',
  say: 'This request is closed. If the administrator’s written instruction has come since, reopen it with the link.',
  why: 'Enterprise User: a written instruction after closing reopens the request without asking the person again.',
  steps: request => [
    {
      command: 'reopen',
      label: 'Reopen with the instruction',
      needs: ['instruction'],
      who: reopeners(request),
      aside: true,
    },
  ],
}
