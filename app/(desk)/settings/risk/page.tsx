import type { Metadata } from 'next'
import { Proposal } from '@/components/desk/proposal'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { sentence } from '@/components/request/labels/labels'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { TextArea, TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { can } from '@/lib/core/people/permissions'
import { type RiskPolicy, riskPolicySchema, settingsOf } from '@/lib/core/risk/policy'
import type { Signal } from '@/lib/core/risk/signals/signal'
import type { SignalSetting } from '@/lib/core/risk/signals/signal-setting'
import { riskPolicySubject } from '@/lib/core/settings/proposal'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readProposals } from '@/lib/store/settings/proposals'
import { listRiskPolicies } from '@/lib/store/settings/risk-policies'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Risk policy' }

const parts = [
  { key: 'points', label: 'Points' },
  { key: 'many', label: 'Points for many' },
  { key: 'from', label: 'Many, from' },
] as const

/** How requests are rated: Privacy edits it into a new version, others read it. */
export default async function RiskPage() {
  const { actor } = await requireStaff('/settings/risk', 'see-risk-policy')
  const [versions, proposals] = await Promise.all([
    listRiskPolicies(actor),
    readProposals(actor, riskPolicySubject),
  ])
  const [current] = versions
  const edits = can(actor.role, 'edit-risk-policy')
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame
      role={actor.role}
      title="Risk policy"
      lead="The points of every signal that is found are added up and held against two thresholds. A request keeps the version that it was rated with."
    >
      {proposals.map(proposal => (
        <Proposal key={proposal.id} {...proposal} title="Another risk policy" now={now} timeZone={timeZone}>
          <Proposed value={proposal.value} />
        </Proposal>
      ))}
      {current && <Policy key={current.version} policy={current.policy} edits={edits} />}
      {current && <DisposableMail own={current.policy.disposableDomains.length} />}
      <h2 className="mt-6 mb-2 text-lg">Versions</h2>
      <Table
        caption="Versions of the risk policy"
        head={
          <>
            <Th>Version</Th>
            <Th>Medium from</Th>
            <Th>High from</Th>
            <Th>Why</Th>
            <Th>Made</Th>
          </>
        }
      >
        {versions.map(({ version, policy, note, madeBy, at }) => (
          <Tr key={version}>
            <Th scope="row">{version}</Th>
            <Td>{policy.medium}</Td>
            <Td>{policy.high}</Td>
            <Td>
              <bdi>{note}</bdi>
            </Td>
            <Td>
              {madeBy && <bdi>{madeBy}, </bdi>}
              {at ? <DateText at={at} now={now} timeZone={timeZone} /> : '–'}
            </Td>
          </Tr>
        ))}
      </Table>
    </SettingsFrame>
  )
}

function DisposableMail({ own }: { own: number }) {
  return (
    <p className="mt-3 text-ink-soft">
      Disposable mailboxes are recognised by a public list that comes with Habeas
      {own > 0 && `, and by ${own} ${own === 1 ? 'domain' : 'domains'} of your own`}.
    </p>
  )
}

function Proposed({ value }: { value: unknown }) {
  const policy = riskPolicySchema.safeParse(value).data
  if (!policy) return <p>It no longer fits and can’t be applied.</p>
  return (
    <>
      <p className="mb-2">
        Medium from {policy.medium} points, high from {policy.high}.
      </p>
      <Signals policy={policy} edits={false} />
    </>
  )
}

function Policy({ policy, edits }: { policy: RiskPolicy; edits: boolean }) {
  const table = <Signals policy={policy} edits={edits} />
  if (!edits)
    return (
      <>
        <p className="mb-3">
          Medium from {policy.medium} points, high from {policy.high}.
        </p>
        {table}
      </>
    )
  return (
    <SettingForm command="change-risk-policy" form="risk" className="flex flex-col items-start gap-4">
      <div className="grid grid-cols-2 gap-4">
        {(['medium', 'high'] as const).map(level => (
          <TextField
            key={level}
            name={inputName('risk', `${level}!number`)}
            label={`${sentence(level)}, from points`}
            inputMode="numeric"
            defaultValue={String(policy[level])}
          />
        ))}
      </div>
      {table}
      <div className="w-full">
        <TextArea name={inputName('risk', 'note')} label="Why it changes" rows={2} required />
      </div>
      <Button tone="primary">Propose a new version</Button>
    </SettingForm>
  )
}

function Signals({ policy, edits }: { policy: RiskPolicy; edits: boolean }) {
  return (
    <Table
      caption="Signals and their points"
      head={
        <>
          <Th>Signal</Th>
          {parts.map(part => (
            <Th key={part.key}>{part.label}</Th>
          ))}
        </>
      }
    >
      {settingsOf(policy).map(({ signal, setting, byDefault }) => (
        <Tr key={signal.key}>
          <Th scope="row">
            {signal.title}
            {byDefault && (
              <span className="block font-normal text-ink-soft">
                New. It counts its usual points until a version sets it.
              </span>
            )}
          </Th>
          {parts.map(part => (
            <Td key={part.key} className="tabular-nums">
              <Points signal={signal} setting={setting} part={part} edits={edits} />
            </Td>
          ))}
        </Tr>
      ))}
    </Table>
  )
}

function Points({
  signal,
  setting,
  part,
  edits,
}: {
  signal: Signal
  setting: SignalSetting
  part: (typeof parts)[number]
  edits: boolean
}) {
  const value = setting[part.key]
  if (value === undefined) return <span className="text-ink-faint">–</span>
  if (!edits) return value
  return (
    <input
      name={inputName('risk', `signals.${signal.key}.${part.key}!number`)}
      defaultValue={value}
      inputMode="numeric"
      aria-label={`${signal.title}: ${part.label.toLowerCase()}`}
      className="min-h-control w-20 rounded-md border border-line-strong bg-surface px-2"
    />
  )
}
