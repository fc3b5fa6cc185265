import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeading } from '@/components/ui/page-heading'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { partsFor } from './settings-frame'

export const metadata: Metadata = { title: 'Settings' }

/** What this role may see or change of how Habeas works. */
export default async function SettingsPage() {
  const { actor } = await requireStaff('/settings')
  return (
    <>
      <PageHeading title="Settings" />
      <ul className="max-w-measure border-t border-line">
        {partsFor(actor.role).map(({ href, label, about }) => (
          <li key={href} className="border-b border-line py-3">
            <Link href={href} prefetch={false} className="link font-semibold">
              {label}
            </Link>
            <p className="text-ink-soft">{about}</p>
          </li>
        ))}
      </ul>
      {partsFor(actor.role).length === 0 && (
        <p className="text-ink-soft">There is nothing to set for your role. Keys are in the navigation.</p>
      )}
    </>
  )
}
