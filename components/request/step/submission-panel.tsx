import { DateText } from '@/components/ui/date-text'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { zoneOf } from '@/lib/core/deadlines/days'
import { regionName } from '@/lib/core/deadlines/region-names'
import { countryName } from '@/lib/core/request/countries'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { actingName, sentence, subjectName, typeTitle } from '../labels/labels'
import { Panel } from '../panels/panel'

const sources = { 'privacy-center': 'Privacy Center', api: 'API', staff: 'Entered by staff' } as const

/** Typed by somebody outside: opened apart, and told nothing about where it was opened from. */
const ForumLink = ({ to }: { to: string }) => (
  <a href={to} target="_blank" rel="noreferrer noopener" className="link break-all">
    <bdi>{to}</bdi>
  </a>
)

/** What was chosen on the form stays beside what it has become by the checks or by hand. */
function typeRows({ type, subjectType, givenType, givenSubjectType }: PrivacyRequest): SummaryRow[] {
  const now = `${typeTitle(type)} (${subjectName(subjectType)})`
  if (givenType === null || (givenType === type && givenSubjectType === subjectType))
    return [{ label: 'Type', value: now }]
  const subject = givenSubjectType === null ? '' : ` (${subjectName(givenSubjectType)})`
  return [
    { label: 'Type, as given', value: `${typeTitle(givenType)}${subject}` },
    { label: 'Type now', value: now },
  ]
}

interface SubmissionPanelProps {
  request: PrivacyRequest
  personal: boolean
  now: Date
  timeZone: string
}

/** What was asked, as given. */
export function SubmissionPanel({ request, personal, now, timeZone }: SubmissionPanelProps) {
  const when = (at: Date) => <DateText at={at} now={now} timeZone={timeZone} as="exact" />
  const { email, username, name, country, region, details, requesterEmail } = request
  const given: SummaryRow[] = [
    { label: 'Email address', value: email },
    { label: 'Username', value: username },
    ...(requesterEmail === email ? [] : [{ label: 'Asked from', value: requesterEmail }]),
    { label: 'Name', value: name },
    { label: 'Country', value: country && countryName(country) },
    ...(region ? [{ label: 'Region', value: regionName(region) }] : []),
    ...(request.relationship ? [{ label: 'Entitled as', value: sentence(request.relationship) }] : []),
    ...(request.actingAs === 'self' ? [] : [{ label: 'Acts as', value: actingName(request.actingAs) }]),
    ...(request.forumProfile
      ? [{ label: 'Forum profile', value: <ForumLink to={request.forumProfile} /> }]
      : []),
    ...(request.forumUsername ? [{ label: 'Forum username', value: request.forumUsername }] : []),
    ...(request.whatIsWrong ? [{ label: 'What is wrong', value: request.whatIsWrong }] : []),
    ...(request.whatIsRight ? [{ label: 'What is right', value: request.whatIsRight }] : []),
    { label: 'In their words', value: details },
  ]
  const facts: SummaryRow[] = [
    ...typeRows(request),
    { label: 'Came by', value: sources[request.source] },
    { label: 'Received', value: when(request.receivedAt) },
    { label: 'Mailbox confirmed', value: request.confirmedAt && when(request.confirmedAt) },
    ...(request.objectedAt
      ? [{ label: 'Objection from the account’s own mailbox', value: when(request.objectedAt) }]
      : []),
    ...(request.optedOutAt ? [{ label: 'Opted out of marketing', value: when(request.optedOutAt) }] : []),
    ...(request.helpAskedAt ? [{ label: 'Asked for help', value: when(request.helpAskedAt) }] : []),
    {
      label: 'Due',
      value: <DateText at={request.dueOn} now={now} timeZone={zoneOf(request, timeZone)} as="exact" />,
    },
    ...(request.closedAt ? [{ label: 'Closed', value: when(request.closedAt) }] : []),
    ...(request.round > 1 ? [{ label: 'Reopened', value: `${request.round - 1} times` }] : []),
  ]
  return (
    <Panel
      id="asked"
      title="What was asked"
      aside={personal ? 'As given' : 'Your role sees no personal data'}
    >
      <SummaryList rows={personal ? [...given, ...facts] : facts} />
    </Panel>
  )
}
