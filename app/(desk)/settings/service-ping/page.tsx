import type { Metadata } from 'next'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { currentPing } from '@/lib/door/usage/ping'
import { env } from '@/lib/env'
import { readSetting } from '@/lib/store/settings/settings'
import { lastPings, type PingRow } from '@/lib/store/usage/pings'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Service Ping' }

const form = 'ping'
const SHOWN = 12

const states = {
  kept: { words: 'Kept here', meaning: 'neutral' },
  queued: { words: 'To be sent', meaning: 'soon' },
  sent: { words: 'Sent', meaning: 'done' },
  failed: { words: 'Not taken', meaning: 'overdue' },
} as const

/** A long text that scrolls must be within reach of the keyboard. */
const scrolls = { role: 'group', 'aria-label': 'The document', tabIndex: 0 }

const problems: Readonly<Record<string, string>> = {
  timeout: 'no answer in time',
  unreachable: 'nobody there',
  redirected: 'sent us elsewhere, and we don’t follow',
  'address-not-allowed': 'the address may not be used',
  'too-large': 'answered too much',
}

const problemWords = (problem: string) => problems[problem] ?? `answered ${problem.replace('http-', '')}`

function PingLine({ ping, now, timeZone }: { ping: PingRow; now: Date; timeZone: string }) {
  const { words, meaning } = states[ping.state]
  return (
    <Tr>
      <Td>
        <DateText at={ping.recordedAt} now={now} timeZone={timeZone} as="exact" />
      </Td>
      <Td>
        <Chip meaning={meaning}>{words}</Chip>
      </Td>
      <Td>
        <bdi>{ping.sentTo ?? ''}</bdi>
        {ping.problem && <span className="block text-xs text-ink-soft">{problemWords(ping.problem)}</span>}
      </Td>
    </Tr>
  )
}

/** The weekly counts: all of what would leave, whether it does, and what became of the last ones. */
export default async function ServicePingPage() {
  const { actor } = await requireStaff('/settings/service-ping', 'manage-service-ping')
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const [{ on, address }, pings, document] = await Promise.all([
    readSetting('service-ping'),
    lastPings(SHOWN),
    currentPing(now),
  ])
  return (
    <SettingsFrame
      role={actor.role}
      title="Service Ping"
      lead="Counts of this installation, made each week. They leave only if you switch that on, and only to the address that you choose."
    >
      <SettingForm
        key={`${on} ${address}`}
        command="change-service-ping"
        form={form}
        className="flex max-w-measure flex-col items-start gap-4"
      >
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            name={inputName(form, 'on!bool')}
            value="true"
            defaultChecked={on}
            className="mt-[0.2em] size-[1.25em] shrink-0"
          />
          <span>Send the ping each week</span>
        </label>
        <TextField
          name={inputName(form, 'address')}
          label="Where to"
          hint="An https address. It gets the document below as JSON, in a POST, and nothing else."
          type="url"
          autoComplete="off"
          spellCheck={false}
          required={false}
          defaultValue={address}
        />
        <p className="text-ink-soft">
          Switching it on or off, and another address, are told in the public list of changes. The address
          itself isn’t.
        </p>
        <Button tone="primary">Save</Button>
      </SettingForm>
      <h2 className="mt-8 mb-2 text-lg">As it would be sent now</h2>
      <p className="mb-2 max-w-measure text-ink-soft">
        The whole document. −1 stands for a figure that couldn’t be found out, −1000 for one that is removed,
        null for one of too few people. The name of this server is in it, so it isn’t anonymous; nobody’s name
        is.
      </p>
      <div
        {...scrolls}
        className="max-h-[32rem] max-w-measure overflow-auto rounded-lg border border-line bg-sunken p-3"
      >
        <pre dir="ltr" className="text-sm">
          {JSON.stringify(document, null, 2)}
        </pre>
      </div>
      <h2 className="mt-8 mb-2 text-lg">The last ones</h2>
      {pings.length === 0 ? (
        <EmptyState icon="send" title="None yet">
          The first is made within the hour of the first week.
        </EmptyState>
      ) : (
        <div className="max-w-measure">
          <Table
            caption="The last pings"
            focusable
            head={
              <>
                <Th>Made</Th>
                <Th>State</Th>
                <Th>Where to</Th>
              </>
            }
          >
            {pings.map(ping => (
              <PingLine key={ping.id} ping={ping} now={now} timeZone={timeZone} />
            ))}
          </Table>
        </div>
      )}
    </SettingsFrame>
  )
}
