import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error' | 'hold'

const looks: Record<NoticeKind, { icon: IconName; frame: string; mark: string; word: string }> = {
  info: { icon: 'info', frame: 'border-line bg-sunken', mark: 'text-accent', word: 'Note: ' },
  success: {
    icon: 'circle-check',
    frame: 'border-done-line bg-done-soft',
    mark: 'text-done',
    word: 'Done: ',
  },
  warning: {
    icon: 'triangle-alert',
    frame: 'border-soon-line bg-soon-soft',
    mark: 'text-soon',
    word: 'Important: ',
  },
  error: {
    icon: 'circle-alert',
    frame: 'border-overdue-line bg-overdue-soft',
    mark: 'text-overdue',
    word: 'Problem: ',
  },
  hold: { icon: 'pause', frame: 'border-hold-line bg-hold-soft', mark: 'text-hold', word: 'On hold: ' },
}

interface NoticeProps {
  kind?: NoticeKind
  title?: string
  children?: ReactNode
  /** It answers what the visitor just did, so screen readers should say it at once. */
  live?: boolean
}

/**
 * Something to know before continuing, or what became of the last act. An error says what happened, what was kept and the
 * next move.
 * @example <Notice kind="success" live title="Sent">The request is now waiting on the requester.</Notice>
 */
export function Notice({ kind = 'info', title, children, live = false }: NoticeProps) {
  const { icon, frame, mark, word } = looks[kind]
  return (
    <div
      role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}
      className={`flex items-start gap-3 rounded-lg border px-4 py-3 ${frame}`}
    >
      <Icon name={icon} className={`mt-[0.25em] size-[1.15em] ${mark}`} />
      <div className="min-w-0 max-w-measure">
        <span className="sr-only">{word}</span>
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
