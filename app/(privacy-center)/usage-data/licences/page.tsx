import type { Metadata } from 'next'
import { UsagePages } from '@/components/public/usage-pages'
import { PageHeading } from '@/components/ui/page-heading'
import { browserPackages } from '@/lib/core/settings/browser-packages'
import { productVersion } from '@/lib/version'

export const metadata: Metadata = {
  title: 'Programs that run in your browser',
  robots: { index: true, follow: true },
}

/** Every program that this site serves to browsers, with its licence. */
export default function LicencesPage() {
  const own = {
    name: `Habeas ${productVersion()}`,
    licence: 'Apache-2.0',
    home: null,
    what: 'Forms and keys of the desk for staff',
  }
  return (
    <>
      <UsagePages current="/usage-data/licences" />
      <PageHeading
        title="Programs that run in your browser"
        lead="The pages for the public work with scripts switched off; the desk, where staff work, needs them for some of its comforts. All of them are free software."
      />
      <dl className="border-t border-line">
        {[own, ...browserPackages].map(({ name, licence, home, what }) => (
          <div key={name} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[14rem_1fr]">
            <dt className="min-w-0 font-semibold break-words">
              {home ? (
                <a href={home} rel="noreferrer" className="link">
                  {name}
                </a>
              ) : (
                name
              )}
            </dt>
            <dd>
              {licence}
              <span className="block text-sm text-ink-soft">{what}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
