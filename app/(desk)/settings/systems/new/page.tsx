import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { type KindToConnect, kindsToConnect, kindToConnect } from '@/lib/door/systems/kinds'
import { SettingsFrame } from '../../settings-frame'
import { SystemForm, systemForm } from '../system-form'
import { abilitiesInWords } from '../words'

export const metadata: Metadata = { title: 'Connect a system' }

type Query = Promise<Record<string, string | string[] | undefined>>

/** Connects a system: first its kind, then its settings. */
export default async function NewSystemPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/settings/systems/new', 'manage-systems')
  const { kind: wanted } = await searchParams
  const kind = typeof wanted === 'string' ? kindToConnect(wanted) : null
  if (wanted !== undefined && !kind) notFound()
  return (
    <SettingsFrame
      role={actor.role}
      title={kind ? `Connect ${kind.name}` : 'Connect a system'}
      part="Systems"
      lead={kind?.about ?? 'What kind of system is it?'}
      toldThere={systemForm}
    >
      <p className="mb-4">
        <Link
          href={kind ? '/settings/systems/new' : '/settings/systems'}
          prefetch={false}
          className="link inline-flex min-h-control items-center"
        >
          {kind ? 'Another kind' : 'All systems'}
        </Link>
      </p>
      {kind ? <SystemForm kind={kind} /> : <Kinds kinds={kindsToConnect()} />}
    </SettingsFrame>
  )
}

function Kinds({ kinds }: { kinds: readonly KindToConnect[] }) {
  if (kinds.length === 0)
    return (
      <EmptyState icon="server" title="This version of Habeas connects no systems">
        People do every step by hand.
      </EmptyState>
    )
  return (
    <ul className="max-w-measure border-t border-line">
      {kinds.map(({ key, name, about, abilities }) => (
        <li key={key} className="border-b border-line py-3">
          <Link
            href={`/settings/systems/new?kind=${encodeURIComponent(key)}`}
            prefetch={false}
            className="link font-semibold"
          >
            {name}
          </Link>
          <p>{about}</p>
          {abilities.length > 0 && <p className="text-sm text-ink-soft">It {abilitiesInWords(abilities)}.</p>}
        </li>
      ))}
    </ul>
  )
}
