'use client'

import { type ReactNode, useEffect, useRef } from 'react'

// React leaves `autofocus` on a plain element to the browser, which honours it on a page load only.
const onLoad = { autoFocus: true }

/**
 * A part of the page that takes focus when it appears: by the attribute on a page load, also without script; by the
 * effect when it arrives later. Only for what answers the visitor's own last act, such as a refused form.
 */
export function TakeFocus({
  labelledBy,
  className,
  children,
}: {
  labelledBy: string
  className: string
  children: ReactNode
}) {
  const element = useRef<HTMLElement>(null)
  useEffect(() => element.current?.focus(), [])
  return (
    <section
      ref={element}
      role="alert"
      tabIndex={-1}
      aria-labelledby={labelledBy}
      className={className}
      {...onLoad}
    >
      {children}
    </section>
  )
}
