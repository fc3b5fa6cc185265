import type { ReactNode } from 'react'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import type { Role } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'

const parts = [
  { href: '/usage', label: 'Indicators', needs: 'see-indicators' },
  { href: '/usage/funnel', label: 'Funnel', needs: 'see-indicators' },
  { href: '/usage/journey', label: 'Journey', needs: 'open-journey' },
  { href: '/usage/guidance', label: 'Guidance', needs: 'see-indicators' },
] as const

/** One of the usage pages, with the others that the role may open beside it. */
export function UsageFrame({
  role,
  part,
  title,
  lead,
  children,
}: {
  role: Role
  part: (typeof parts)[number]['label']
  title: string
  lead: string
  children: ReactNode
}) {
  const tabs = parts
    .filter(part => can(role, part.needs))
    .map(({ href, label }) => ({ href, label, current: label === part }))
  return (
    <>
      <Tabs label="Usage" tabs={tabs} />
      <div className="mt-4">
        <PageHeading title={title} lead={lead} />
        {children}
      </div>
    </>
  )
}
