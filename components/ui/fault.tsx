'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { buttonClass } from './button-class'

interface FaultProps {
  title: string
  /** What happened and what was kept. */
  children: ReactNode
  /** The value that was thrown; only its reference number is ever shown. */
  error: unknown
  retry: () => void
}

/** The reference number under which the server logged what was thrown, if it did. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}

/** Shown in place of a page that failed: what happened, what was kept, the next move, and a number to name. */
export function Fault({ title, children, error, retry }: FaultProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const digest = digestOf(error)
  return (
    <div role="alert" className="flex max-w-measure flex-col items-start gap-4">
      <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {title}
      </h1>
      {children}
      <button type="button" onClick={retry} className={buttonClass('primary')}>
        Try again
      </button>
      {digest && (
        <p className="text-sm text-ink-soft">
          Reference number: <span className="font-semibold text-ink tabular-nums select-all">{digest}</span>
        </p>
      )}
    </div>
  )
}
