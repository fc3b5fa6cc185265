import type { ReactNode } from 'react'

interface PageHeadingProps {
  /** In sentence case. */
  title: ReactNode
  /** A short line above: which part of something this is. */
  kicker?: ReactNode
  /** One or two sentences below. */
  lead?: ReactNode
  /** Buttons at the far side, on the desk. */
  actions?: ReactNode
}

/**
 * The one <h1> of a page, with what belongs to it.
 * @example <PageHeading title="Check your answers" />
 */
export function PageHeading({ title, kicker, lead, actions }: PageHeadingProps) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 in-data-[face=desk]:mb-4">
      <div className="min-w-0 max-w-measure">
        {kicker && <p className="mb-1 text-sm text-ink-soft">{kicker}</p>}
        <h1 className="text-2xl">{title}</h1>
        {lead && (
          <div className="mt-3 text-lg text-ink-soft in-data-[face=desk]:mt-1 in-data-[face=desk]:text-base">
            {lead}
          </div>
        )}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
