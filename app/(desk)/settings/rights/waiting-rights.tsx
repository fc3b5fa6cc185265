import Link from 'next/link'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Role } from '@/lib/core/people/actor'
import { rank } from '@/lib/core/people/rank'
import type { RightRow } from '@/lib/store/staff/rights'

interface Shown {
  now: Date
  timeZone: string
}

/** What each rank gets to see, from none upwards. */
const sees = [
  'Sees no personal data. Manages settings, people and tokens, and applies rights like these.',
  'Sees the requests that have a task of the team, with the person’s data.',
  'Sees every request, with the person’s data.',
  'Sees every request, decides as Privacy, and applies rights like these.',
]
const consequence = (role: Role) => sees[rank(role)]

const titles: Readonly<Record<RightRow['kind'], string>> = {
  role: 'Another role',
  person: 'A person who may sign in',
  token: 'A token that works',
}

/** Rights that wait for a second person, each with what it would give, and what became of the last ones. */
export function WaitingRights({ rights, ...shown }: { rights: readonly RightRow[] } & Shown) {
  const open = rights.filter(right => right.state === 'open')
  return open.map(right => <WaitingRight key={right.id} right={right} {...shown} />)
}

function WaitingRight({ right, now, timeZone }: { right: RightRow } & Shown) {
  const { id, kind, about, email, value, isOwn, isForSelf, proposedBy, proposedAt } = right
  const because = isOwn
    ? 'You proposed it; another admin, or somebody of Privacy, applies it.'
    : isForSelf
      ? `It is for ${kind === 'token' ? 'a token of yours' : 'you'}; another admin, or somebody of Privacy, applies it.`
      : null
  return (
    <section
      aria-labelledby={`right-${id}`}
      className="mb-6 max-w-3xl rounded-lg border border-soon-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip meaning="soon">Waits</Chip>
        <h2 id={`right-${id}`} className="font-semibold">
          {titles[kind]}: <bdi>{about ?? 'not here any more'}</bdi>
        </h2>
        <span className="text-sm text-ink-soft">
          Proposed by <bdi>{proposedBy ?? 'a token'}</bdi>,{' '}
          <DateText at={proposedAt} now={now} timeZone={timeZone} />
        </span>
      </div>
      <p className="mt-1">
        {kind === 'token' ? 'Owner: ' : 'Address: '}
        <bdi>{email ?? 'nobody'}</bdi>
      </p>
      <p className="mb-3">
        {value.from ? `${roleTitle(value.from)} → ${roleTitle(value.to)}` : roleTitle(value.to)}.{' '}
        {consequence(value.to)}
      </p>
      <div className="flex flex-wrap items-start gap-2">
        {because ? (
          <Button unavailableBecause={because}>Apply</Button>
        ) : (
          <SettingForm command="apply-right" form={`apply-${id}`} preset={{ id }}>
            <Confirm
              label="Apply"
              tone="primary"
              sentence="Apply it only if you know the person, and why they need it. It counts from this moment on."
            >
              <Button tone="primary">Apply</Button>
            </Confirm>
          </SettingForm>
        )}
        <SettingForm command="withdraw-right" form={`withdraw-${id}`} preset={{ id }}>
          <Button>{isOwn ? 'Withdraw' : 'Decline'}</Button>
        </SettingForm>
      </div>
    </section>
  )
}

/** What became of the last rights that were proposed; nothing while there is none. */
export function DecidedRights({ rights, now, timeZone }: { rights: readonly RightRow[] } & Shown) {
  const decided = rights.filter(right => right.state !== 'open')
  if (decided.length === 0) return null
  return (
    <div className="mt-6">
      <Table
        caption="Rights that two people decided about last"
        head={
          <>
            <Th>What</Th>
            <Th>Role</Th>
            <Th>Proposed by</Th>
            <Th>Became</Th>
          </>
        }
      >
        {decided.map(({ id, kind, about, value, state, proposedBy, decidedBy, decidedAt }) => (
          <Tr key={id}>
            <Th scope="row">
              {titles[kind]}: <bdi>{about ?? 'not here any more'}</bdi>
            </Th>
            <Td>{roleTitle(value.to)}</Td>
            <Td>
              <bdi>{proposedBy ?? 'A token'}</bdi>
            </Td>
            <Td>
              {state === 'applied' ? 'Applied' : 'Withdrawn'} by <bdi>{decidedBy ?? 'the command line'}</bdi>
              {decidedAt && (
                <>
                  , <DateText at={decidedAt} now={now} timeZone={timeZone} />
                </>
              )}
            </Td>
          </Tr>
        ))}
      </Table>
    </div>
  )
}

/** Leads from the page where a right was proposed to the one where it waits; nothing while none does. */
export function WaitElsewhere({ waiting }: { waiting: number }) {
  if (waiting === 0) return null
  return (
    <div className="mb-6 max-w-3xl">
      <Notice
        title={
          waiting === 1 ? 'A right waits for a second person' : `${waiting} rights wait for a second person`
        }
      >
        <p>
          <Link href="/settings/rights" className="link">
            See what waits
          </Link>
          , withdraw it, or apply what somebody else proposed.
        </p>
      </Notice>
    </div>
  )
}

/** Said where nobody else could apply what this person proposes. */
export function NobodyElse({ others }: { others: number }) {
  if (others > 0) return null
  return (
    <div className="mb-6 max-w-3xl">
      <Notice kind="warning" title="Nobody else can apply what you propose">
        <p>
          What gives more sight of personal data takes two people. Add another admin, or somebody of Privacy,
          on the server: <code>npm run habeas -- staff add EMAIL --role admin</code>
        </p>
      </Notice>
    </div>
  )
}
