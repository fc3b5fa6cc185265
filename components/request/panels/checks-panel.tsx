import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import type { AccountFacts, CheckRound, EnterpriseSign } from '@/lib/core/account/checks'
import { dayInWords, parseDay } from '@/lib/core/deadlines/days'
import { regionName } from '@/lib/core/deadlines/region-names'
import { countryName } from '@/lib/core/request/countries'
import { checksOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { ownAccountId } from '@/lib/core/systems/account-ids'
import { type SystemNames, systemNamed } from '@/lib/core/systems/system-names'
import { sentence } from '../labels/labels'
import { Panel } from './panel'

interface ChecksPanelProps {
  request: PrivacyRequest
  personal: boolean
  systemNames: SystemNames
  /** Where accounts are looked up now, inside a sentence. */
  askedIn: string
  now: Date
  timeZone: string
}

/** What the automated checks found: each answer with its source and time. Frozen; later looks are listed below. */
export function ChecksPanel({ request, personal, systemNames, askedIn, now, timeZone }: ChecksPanelProps) {
  const checks = checksOf(request)
  const later = request.checks.filter(check => check.round === request.round && check.purpose === 'fresh')
  return (
    <Panel
      id="found"
      title="What the checks found"
      aside={checks && <Origin {...{ checks, systemNames, now, timeZone }} />}
    >
      {checks ? (
        <Answers checks={checks} personal={personal} />
      ) : request.checksFailedAt ? (
        <Notice kind="error" title={`The checks could not reach ${askedIn}`}>
          Nothing is known yet, and that is never taken for “no account”. Retry, or record what you found.
        </Notice>
      ) : (
        <p className="text-ink-soft">
          {request.state === 'submitted'
            ? 'The checks start once the mailbox is confirmed.'
            : 'The checks are running; they take a few seconds.'}
        </p>
      )}
      {later.length > 0 && (
        <ul className="mt-2 text-sm text-ink-soft">
          {later.map(round => (
            <li key={round.id}>
              Looked again: <Origin checks={round} {...{ systemNames, now, timeZone }} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Origin({
  checks,
  systemNames,
  now,
  timeZone,
}: Pick<ChecksPanelProps, 'systemNames' | 'now' | 'timeZone'> & { checks: CheckRound }) {
  return (
    <>
      {checks.recordedById ? 'Recorded by hand, source: ' : ''}
      <bdi>{systemNamed(checks.source, systemNames)}</bdi>,{' '}
      <DateText at={checks.at} now={now} timeZone={timeZone} as="exact" />
    </>
  )
}

/** Which of the addresses that the form asks for, in its order, was given for somebody who has died. */
const givenAddresses = {
  account: 'one on the account',
  successor: 'the successor’s, as the account names it',
  requester: 'the requester’s own',
  other: 'another, which the account doesn’t have',
} as const

function Answers({ checks, personal }: { checks: CheckRound; personal: boolean }) {
  const { emailExists, usernameExists, sameAccount, account, givenAddress, requesterIsSuccessor } =
    checks.facts
  const four = [
    { label: 'Email exists', holds: emailExists },
    { label: 'Username exists', holds: usernameExists },
    { label: 'Both on one account', holds: sameAccount },
    { label: 'Enterprise user', holds: account?.enterprise ?? null },
    ...(account?.enterpriseSigns
      ? [{ label: 'Enterprise user by Support’s definition', holds: bySupport(account.enterpriseSigns) }]
      : []),
    ...(requesterIsSuccessor === undefined
      ? []
      : [{ label: 'Requester is the successor on the account', holds: requesterIsSuccessor }]),
  ]
  return (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1.5">
        {four.map(({ label, holds }) => (
          <li key={label} className="inline-flex items-center gap-1.5">
            {label}
            <Chip icon={holds ? 'check' : holds === null ? 'circle-dashed' : 'x'}>
              {holds === null ? 'Not known' : holds ? 'Yes' : 'No'}
            </Chip>
          </li>
        ))}
      </ul>
      {givenAddress && (
        <p className="mb-3">
          <span className="text-ink-soft">Address that was given:</span> {givenAddresses[givenAddress]}
        </p>
      )}
      {personal && checks.note && (
        <p className="mb-3 whitespace-pre-line">
          <bdi>{checks.note}</bdi>
        </p>
      )}
      {account ? (
        <SummaryList rows={accountRows(account, checks.source, personal)} empty="Not known" />
      ) : (
        <p className="text-ink-soft">No single account holds both the email and the username.</p>
      )}
    </>
  )
}

/** Without any sign it doesn't fit; with one, it depends on who owns the address's domain, which only people can tell. */
const bySupport = (signs: readonly EnterpriseSign[]): false | null => (signs.length > 0 ? null : false)

const signWords: Readonly<Record<EnterpriseSign, string>> = {
  'created-since': 'created on or after 1 Feb 2021',
  'saml-or-scim': 'has a SAML or SCIM identity',
  provisioned: 'was provisioned by a group',
  'group-member': 'is a member of groups, whose subscriptions aren’t known here',
}

/** What is left to find out before “no” can be relied on. */
const signsInWords = (signs: readonly EnterpriseSign[]): string =>
  `The account ${signs.map(sign => signWords[sign]).join('; ')}. Whether a company owns the address’s domain isn’t known.`

/** The directory's days have no time and no zone. */
const dateOf = (day: string | null) => day && dayInWords(parseDay(day))

/** A free plan has no subscription that could end. */
const subscriptionEnd = ({ plan, subscriptionEndsOn }: AccountFacts) =>
  dateOf(subscriptionEndsOn) ?? (plan === 'free' ? 'None: the plan is free' : null)

const truth = (value: boolean | null) => (value === null ? null : value ? 'Yes' : 'No')

function accountRows(account: AccountFacts, source: string, personal: boolean) {
  const state = sentence(account.accountState)
  return [
    ...(personal
      ? [
          { label: 'Account', value: `${account.username} (${ownAccountId(source, account.accountId)})` },
          { label: 'Primary email', value: account.email },
        ]
      : []),
    {
      label: 'State',
      value: account.blockedReason ? `${state}: ${sentence(account.blockedReason).toLowerCase()}` : state,
    },
    ...(account.enterpriseSigns?.length
      ? [{ label: 'By Support’s definition', value: signsInWords(account.enterpriseSigns) }]
      : []),
    { label: 'Private projects', value: account.privateProjects?.toString() ?? null },
    { label: 'Groups owned alone', value: account.soleOwnedGroups?.toString() ?? null },
    { label: 'Plan', value: account.plan },
    { label: 'Subscription ends', value: subscriptionEnd(account) },
    { label: 'Two-factor', value: truth(account.twoFactor) },
    { label: 'Created', value: dateOf(account.createdOn) },
    { label: 'Last active', value: dateOf(account.lastActiveOn) },
    { label: 'Country', value: account.country && countryName(account.country) },
    ...(account.region ? [{ label: 'Region', value: regionName(account.region) }] : []),
  ]
}
