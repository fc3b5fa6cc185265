import type { Metadata } from 'next'
import { Proposal } from '@/components/desk/proposal'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { can } from '@/lib/core/people/permissions'
import { settingSubject } from '@/lib/core/settings/proposal'
import { type RetentionDays, retentionDays } from '@/lib/core/settings/retention'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readOutlook } from '@/lib/store/retention/retention-outlook'
import { readProposals } from '@/lib/store/settings/proposals'
import { readSetting } from '@/lib/store/settings/settings'
import { SettingsFrame } from '../settings-frame'
import { classes, days } from './copy'
import { Periods } from './periods'

export const metadata: Metadata = { title: 'Retention' }

/** For how long what is kept, and what leaves next: two people of Privacy change it. */
export default async function RetentionPage() {
  const { actor } = await requireStaff('/settings/retention', 'see-handbook')
  const [kept, proposals] = await Promise.all([
    readSetting('retention'),
    readProposals(actor, settingSubject('retention')),
  ])
  const outlook = await readOutlook(actor, kept)
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const [proposal] = proposals
  const proposed = proposal && retentionDays.safeParse(proposal.value).data
  const change = proposed && (await readOutlook(actor, proposed))
  return (
    <SettingsFrame
      role={actor.role}
      title="Retention"
      lead="Personal data is erased automatically when its time is over. Whole days are counted, and the day on which it happened doesn’t count."
    >
      {proposal && (
        <Proposal {...proposal} title="Other periods" now={now} timeZone={timeZone}>
          {proposed && change ? (
            <Changes from={kept} to={proposed} leaving={key => change[key].now} />
          ) : (
            <p>It no longer fits and can’t be applied.</p>
          )}
        </Proposal>
      )}
      {outlook && <Periods kept={kept} outlook={outlook} now={now} timeZone={timeZone} />}
      {can(actor.role, 'edit-handbook') && !proposal && <ProposeForm kept={kept} />}
      <Forever />
    </SettingsFrame>
  )
}

function Changes({
  from,
  to,
  leaving,
}: {
  from: RetentionDays
  to: RetentionDays
  leaving(key: keyof RetentionDays): number
}) {
  const changed = classes.filter(({ key }) => from[key] !== to[key])
  return (
    <ul className="flex flex-col gap-1">
      {changed.map(({ key, label, counted }) => (
        <li key={key}>
          {label}: {days(to[key])} instead of {days(from[key])}.{' '}
          {leaving(key) > 0 && (
            <strong className="text-overdue">
              Once applied, {counted(leaving(key))} {leaving(key) === 1 ? 'leaves' : 'leave'} at once, for
              good.
            </strong>
          )}
        </li>
      ))}
    </ul>
  )
}

function ProposeForm({ kept }: { kept: RetentionDays }) {
  const form = 'retention'
  return (
    <SettingForm key={JSON.stringify(kept)} command="propose-retention" form={form} className="mt-4">
      <Confirm
        label="Propose other periods"
        sentence="A second Privacy person applies them. What is older than a shorter period then leaves at once and can’t be brought back."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {classes.map(({ key, label, least }) => (
            <TextField
              key={key}
              name={inputName(form, `value.${key}!number`)}
              label={`${label}, days`}
              hint={least && `At least ${least}: for so long the person was promised their download.`}
              inputMode="numeric"
              defaultValue={String(kept[key])}
              required
            />
          ))}
        </div>
        <TextField name={inputName(form, 'note')} label="Why it changes" required />
        <Button tone="primary">Propose</Button>
      </Confirm>
    </SettingForm>
  )
}

const Forever = () => (
  <section aria-labelledby="forever" className="mt-6">
    <h2 id="forever" className="mb-2 text-lg">
      What stays
    </h2>
    <Table
      caption="What is kept without an end"
      head={
        <>
          <Th>What</Th>
          <Th>Why</Th>
        </>
      }
    >
      <Tr>
        <Th scope="row">Audit log</Th>
        <Td sentences>
          It names nobody: ids, keys and numbers only, so that erasing a person never breaks its chain.
        </Td>
      </Tr>
      <Tr>
        <Th scope="row">Reference, type, outcome and dates of a request</Th>
        <Td sentences>They name nobody, and reports count them.</Td>
      </Tr>
      <Tr>
        <Th scope="row">Keyed hashes on the suppression list</Th>
        <Td sentences>So that nobody who asked to be left alone is written to again; the addresses leave.</Td>
      </Tr>
      <Tr>
        <Th scope="row">Names of colleagues</Th>
        <Td sentences>A person who works here stands behind what they did.</Td>
      </Tr>
    </Table>
  </section>
)
