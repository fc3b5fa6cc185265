import type { IconName } from '@/components/ui/icon-paths'
import type { Role } from '@/lib/core/people/actor'
import { type Ability, can } from '@/lib/core/people/permissions'

export type DeskPage =
  | 'requests'
  | 'tasks'
  | 'escalations'
  | 'off-channel'
  | 'reports'
  | 'usage'
  | 'templates'
  | 'audit'
  | 'settings'

export interface DeskEntry {
  page: DeskPage
  href: string
  label: string
  icon: IconName
  /** Any one of these lets a role open it. */
  needs: readonly Ability[]
}

/** In the order of the day. A page joins the list when it exists: a link that leads nowhere is worse than none. */
const entries: readonly DeskEntry[] = [
  { page: 'requests', href: '/requests', label: 'Requests', icon: 'inbox', needs: ['see-queue'] },
  { page: 'tasks', href: '/tasks', label: 'My tasks', icon: 'list-checks', needs: ['see-tasks'] },
  {
    page: 'escalations',
    href: '/escalations',
    label: 'Escalations',
    icon: 'message-circle-question-mark',
    needs: ['see-escalations'],
  },
  {
    page: 'off-channel',
    href: '/off-channel',
    label: 'Off-channel',
    icon: 'mailbox',
    needs: ['log-off-channel'],
  },
  { page: 'reports', href: '/reports', label: 'Reports', icon: 'chart-column', needs: ['see-reports'] },
  { page: 'usage', href: '/usage', label: 'Usage', icon: 'chart-line', needs: ['see-indicators'] },
  { page: 'templates', href: '/templates', label: 'Templates', icon: 'file-text', needs: ['edit-templates'] },
  { page: 'audit', href: '/audit', label: 'Audit', icon: 'scroll-text', needs: ['see-audit'] },
  {
    page: 'settings',
    href: '/settings',
    label: 'Settings',
    icon: 'settings',
    needs: ['see-handbook'],
  },
]

/** What the left navigation shows to a role. Only a convenience: every page and read checks for itself. */
export const entriesFor = (role: Role): readonly DeskEntry[] =>
  entries.filter(entry => entry.needs.some(ability => can(role, ability)))

/** "Support engineer" */
export const roleTitle = (role: Role): string => {
  const words = role.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
