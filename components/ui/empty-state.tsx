import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

interface EmptyStateProps {
  icon?: IconName
  /** What is not here: "No requests are overdue". */
  title: string
  /** What would be here, and what to do. */
  children?: ReactNode
  action?: ReactNode
}

/**
 * The place of a list that has nothing in it.
 * @example <EmptyState title="No notes yet">Notes are seen by staff only. Add the first one below.</EmptyState>
 */
export function EmptyState({ icon = 'inbox', title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line px-6 py-10 text-center">
      <Icon name={icon} className="size-6 text-ink-faint" />
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
