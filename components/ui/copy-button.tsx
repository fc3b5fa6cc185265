'use client'

import { type ReactNode, useState } from 'react'
import { buttonClass } from './button-class'
import { Icon } from './icon'

/** Copies a text; without script the text itself can still be marked and copied. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const [said, say] = useState('')
  // Browsers offer no clipboard to a page that came over plain http.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      say('Copied.')
    } catch {
      say('The browser didn’t let us copy. Mark the text and copy it yourself.')
    }
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <button type="button" onClick={copy} className={buttonClass('secondary')}>
        <Icon name="copy" />
        {children}
      </button>
      <span role="status" className="text-sm text-ink-soft">
        {said}
      </span>
    </span>
  )
}
