import type { ReactNode } from 'react'
import { ActionProvider } from '@/components/request/form/action-provider'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import type { Role } from '@/lib/core/people/actor'
import { type Ability, can } from '@/lib/core/people/permissions'
import { change } from './actions'

interface Part {
  href: string
  label: string
  about: string
  /** Any one of these opens it. */
  needs: readonly Ability[]
}

const parts: readonly Part[] = [
  {
    href: '/settings/risk',
    label: 'Risk policy',
    about: 'Points of each signal and the two thresholds, version by version.',
    needs: ['see-risk-policy'],
  },
  {
    href: '/settings/types',
    label: 'Request types',
    about: 'How each kind of request runs, which are offered, and which need four eyes.',
    needs: ['see-handbook'],
  },
  {
    href: '/settings/laws',
    label: 'Laws',
    about: 'Clocks of the laws with their sources, the default law, the embargo list.',
    needs: ['see-handbook'],
  },
  {
    href: '/settings/calendar',
    label: 'Office calendar',
    about: 'On which days the offices are closed, for deadlines that move past them.',
    needs: ['see-handbook'],
  },
  {
    href: '/settings/retention',
    label: 'Retention',
    about: 'For how long what is kept, and what leaves next.',
    needs: ['see-handbook'],
  },
  {
    href: '/settings/organisation',
    label: 'Organisation',
    about: 'Its name and words, as messages use them.',
    needs: ['see-handbook'],
  },
  {
    href: '/settings/suppression',
    label: 'Suppression list',
    about: 'Addresses whose marketing data is to be erased.',
    needs: ['see-suppression'],
  },
  {
    href: '/settings/people',
    label: 'People',
    about: 'Who works here, with which role, and how they sign in.',
    needs: ['manage-people'],
  },
  {
    href: '/settings/rights',
    label: 'Rights',
    about: 'More sight of personal data, for a person or a token, that waits for a second person.',
    needs: ['approve-rights'],
  },
  {
    href: '/settings/tokens',
    label: 'Tokens',
    about: 'Keys of programs that use the API.',
    needs: ['manage-tokens'],
  },
  {
    href: '/settings/webhooks',
    label: 'Webhooks',
    about: 'Programs that are told when something happens to a request.',
    needs: ['webhooks'],
  },
  {
    href: '/settings/teams',
    label: 'Team addresses',
    about: 'Where each team’s task mail goes.',
    needs: ['manage-team-addresses'],
  },
  {
    href: '/settings/systems',
    label: 'Systems',
    about: 'Systems that do steps of tasks, and whether each works.',
    needs: ['manage-systems'],
  },
  {
    href: '/settings/usage-data',
    label: 'Usage data',
    about: 'What waits to be announced, the key of the codes, what was refused.',
    needs: ['see-usage-settings'],
  },
  {
    href: '/settings/service-ping',
    label: 'Service Ping',
    about: 'The weekly counts: all of what would leave, and whether it does.',
    needs: ['manage-service-ping'],
  },
  {
    href: '/settings/jobs',
    label: 'Parked jobs',
    about: 'Work of the system that failed too often and needs a person.',
    needs: ['retry-parked'],
  },
]

export const partsFor = (role: Role): readonly Part[] =>
  parts.filter(part => part.needs.some(ability => can(role, ability)))

/** One part of the settings, with the others beside it, and what became of the last change. */
export function SettingsFrame({
  role,
  title,
  part = title,
  lead,
  toldThere,
  children,
}: {
  role: Role
  title: string
  /** The part that a page below it belongs to, by its label. */
  part?: string
  lead: string
  /** Forms whose success is told beside them, by `OutcomeThere`; their names begin with this. */
  toldThere?: string
  children: ReactNode
}) {
  const tabs = partsFor(role).map(({ href, label }) => ({ href, label, current: label === part }))
  return (
    <>
      <Tabs label="Settings" tabs={tabs} />
      <div className="mt-4">
        <PageHeading title={title} lead={lead} />
        <ActionProvider action={change} toldThere={toldThere}>
          {children}
        </ActionProvider>
      </div>
    </>
  )
}
