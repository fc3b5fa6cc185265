import type { Metadata } from 'next'
import { SettingForm } from '@/components/desk/setting-form'
import { counted } from '@/components/request/labels/labels'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Confirm } from '@/components/ui/form/confirm'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { dataPlatformState } from '@/lib/store/accounts/data-platform-list'
import { suppressionState } from '@/lib/store/accounts/suppressions'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Suppression list' }

/** Addresses whose marketing data is to go: export, have it erased, acknowledge. */
export default async function SuppressionPage() {
  const { actor } = await requireStaff('/settings/suppression', 'see-suppression')
  const { waiting, newest } = await suppressionState(actor)
  const until = newest?.toISOString() ?? ''
  return (
    <SettingsFrame
      role={actor.role}
      title="Suppression list"
      lead="While no marketing system is connected, the marketing team works by this list, and you acknowledge when they have. An erasure: they erase what they hold. An opt-out: they stop the marketing, and erase nothing."
    >
      {waiting === 0 ? (
        <EmptyState icon="megaphone" title="Nothing waits for the marketing team">
          Addresses come onto the list when a deletion reaches its marketing task, or when somebody opts out.
        </EmptyState>
      ) : (
        <div className="flex flex-col items-start gap-4">
          <p>
            <strong className="font-semibold">{counted(waiting, 'address', 'addresses')}</strong> wait.
          </p>
          <ButtonLink
            href={`/settings/suppression/export?until=${encodeURIComponent(until)}`}
            tone="primary"
            icon="download"
            download
          >
            Export as CSV
          </ButtonLink>
          <SettingForm command="acknowledge-suppression" form="acknowledge" preset={{ until }}>
            <Confirm
              label="Acknowledge"
              sentence="You say that marketing has done what the list asks; the addresses are removed from it, only keyed hashes stay."
            >
              <Button tone="primary">It is done</Button>
            </Confirm>
          </SettingForm>
        </div>
      )}
      <DataPlatform {...(await dataPlatformState(actor))} />
    </SettingsFrame>
  )
}

/** What the data platform is to delete, until somebody acknowledges that it has. */
function DataPlatform({ waiting, version }: { waiting: number; version: number }) {
  return (
    <section aria-labelledby="data-platform" className="mt-8 flex flex-col items-start gap-4">
      <h2 id="data-platform" className="text-xl">
        Data platform
      </h2>
      {waiting === 0 ? (
        <p className="text-ink-soft">Nothing waits for the data platform.</p>
      ) : (
        <>
          <p>
            <strong className="font-semibold">{counted(waiting, 'address', 'addresses')}</strong> wait, in
            version {version} of the deletion list.
          </p>
          <ButtonLink href="/tasks/deletion-list" icon="download" download>
            Download the list
          </ButtonLink>
          <SettingForm
            command="acknowledge-deletions"
            form="acknowledge-deletions"
            preset={{ version: String(version) }}
          >
            <Confirm
              label="Acknowledge the deletions"
              sentence="You say that the data platform has deleted these; the addresses are removed from the list."
            >
              <Button tone="primary">They are deleted</Button>
            </Confirm>
          </SettingForm>
        </>
      )}
    </section>
  )
}
