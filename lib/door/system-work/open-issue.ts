import { zoneOf } from '@/lib/core/deadlines/days'
import { escalationIssue } from '@/lib/core/machine/escalations/escalation-issue'
import { securityReviewIssue } from '@/lib/core/machine/escalations/security-review-issue'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { readRequest, referenceOf } from '@/lib/store/request/requests'
import type { Issue } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { dayInWords } from '../mail/message-values'
import { runRequestCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import { connectTo } from '../systems/connect'
import { connectedSystems } from '../systems/connected'
import { ledgerOf } from './ledger'
import { failureWords, nextTry, type Turn } from './turn'

export interface IssueJob {
  requestId: string
  about: Issue['about']
  /** Of the escalation or the review. */
  id: string
  tries: number
}

const actor = systemFor.connectedSystems

/** Opens an issue about a question to Privacy or a security review, with ids only, in the first system that can; keeps its link. */
export async function openIssue(
  { requestId, about, id, tries }: IssueJob,
  signal: AbortSignal,
): Promise<Turn> {
  const reference = await referenceOf(requestId)
  const request = reference ? await readRequest(actor, reference) : null
  const issue = request && issueFor(request, about, id)
  if (!request || !issue) return { is: 'over' }
  try {
    const url = await opened(request, issue, id, signal)
    const which = about === 'escalation' ? { escalation: id } : { review: id }
    const commandId = `issue:${id}`
    await runRequestCommand(actor, request.reference, 'link-issue', { issue: url, ...which }, { commandId })
  } catch (error) {
    const again = error instanceof SystemFailure ? nextTry(error, tries) : null
    if (again) return again
    await leaveIssue({ requestId, about, id }, failureWords(error))
  }
  return { is: 'over' }
}

/** Leaves an issue to a person. @param problem no personal data */
export async function leaveIssue(
  { requestId, about, id }: Omit<IssueJob, 'tries'>,
  problem: string,
): Promise<void> {
  const reference = await referenceOf(requestId)
  if (!reference) return
  const commandId = `issue-failed:${id}`
  await runRequestCommand(actor, reference, 'record-issue-failure', { about, problem }, { commandId })
}

async function opened(
  request: PrivacyRequest,
  issue: Issue,
  id: string,
  signal: AbortSignal,
): Promise<string> {
  const trackers = (await connectedSystems()).filter(({ abilities }) => abilities.includes('issue'))
  const [tracker] = trackers
  const connection = tracker && (await connectTo(tracker.key, { signal }))
  if (!tracker || !connection?.openIssue)
    throw new SystemFailure('unexpected', 'No connected system can open issues any more.')
  const open = connection.openIssue
  const effects = ledgerOf({ scope: `${issue.about}/${id}`, requestId: request.id }, tracker.key)
  // The kind looks for an issue of this marker first, so that a try whose answer was lost is found again.
  const record = await effects.once({ what: 'open-issue', target: id, act: () => open(issue) })
  if (!record.result) throw new Error('an issue without a link')
  return record.result
}

function issueFor(request: PrivacyRequest, about: Issue['about'], id: string): Issue | null {
  const link = `${env().appUrl}/requests/${request.reference}/details`
  const labels = ['privacy-request', about]
  if (about === 'escalation') {
    const escalation = request.escalations.find(known => known.id === id)
    if (!escalation || escalation.issue) return null
    const zone = zoneOf(request, env().orgTimeZone)
    const { title, text } = escalationIssue(request, escalation, {
      link,
      day: (at, timeZone) => dayInWords(at, 'en', timeZone ?? zone),
    })
    return { about, marker: id, title: `${title} (${id})`, description: text, labels }
  }
  const review = request.reviews.find(known => known.id === id)
  if (!review || review.issue) return null
  const { title, text } = securityReviewIssue(request, id, link)
  return { about, marker: id, title: `${title} (${id})`, description: text, labels }
}
