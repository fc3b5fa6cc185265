import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { Notice } from '@/components/ui/notice'
import { systemClock } from '@/lib/clock'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { shownSystem } from '@/lib/door/systems/shown-systems'
import { env } from '@/lib/env'
import { SettingsFrame } from '../../settings-frame'
import { Health } from '../health'
import { LastTest } from '../last-test'
import { SystemForm, systemForm } from '../system-form'
import { abilitiesInWords } from '../words'

export const metadata: Metadata = { title: 'A connected system' }

interface SystemPageProps {
  params: Promise<{ key: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

function Connected({ isOn, isTroubled }: { isOn: boolean; isTroubled: boolean }) {
  if (isTroubled)
    return (
      <Notice kind="warning" live title="Saved. The test found something wrong; the list below says what." />
    )
  return (
    <Notice kind="success" live title="Connected.">
      {isOn ? 'From now on its steps have a button.' : 'It is switched off so far.'}
    </Notice>
  )
}

/** One connected system: how it is, its settings, a test, and how to let go of it. */
export default async function SystemPage({ params, searchParams }: SystemPageProps) {
  const { key } = await params
  const { actor } = await requireStaff(`/settings/systems/${key}`, 'manage-systems')
  const found = await shownSystem(actor, key)
  if (!found) notFound()
  const { system, kind, lastTest } = found
  const { did } = await searchParams
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame
      role={actor.role}
      title={system.name}
      part="Systems"
      lead={kind ? `${kind.name}, with the key ${key}. It ${abilitiesInWords(system.abilities)}.` : key}
      toldThere={systemForm}
    >
      <p className="mb-4">
        <Link
          href="/settings/systems"
          prefetch={false}
          className="link inline-flex min-h-control items-center"
        >
          All systems
        </Link>
      </p>
      {did !== undefined && (
        <div className="mb-4">
          <Connected isOn={system.enabled} isTroubled={lastTest?.checks.some(({ ok }) => !ok) ?? false} />
        </div>
      )}
      <div className="mb-6">
        <Health health={system.health} now={now} timeZone={timeZone} />
      </div>
      {kind ? (
        <SystemForm kind={kind} system={system} />
      ) : (
        <Notice
          kind="warning"
          title={`This version of Habeas doesn’t know systems of the kind “${system.kind}”.`}
        >
          Nothing is done with it. It can be disconnected.
        </Notice>
      )}
      {lastTest && <LastTest test={lastTest} now={now} timeZone={timeZone} />}
      <div className="mt-8">
        <SettingForm command="disconnect-system" form="disconnect" preset={{ key }}>
          <Confirm
            label="Disconnect"
            sentence={`${system.name}, its settings and its secrets are forgotten here. Open steps turn into steps by hand; what was done there stays done.`}
          >
            <Button tone="danger">Disconnect {system.name}</Button>
          </Confirm>
        </SettingForm>
      </div>
    </SettingsFrame>
  )
}
