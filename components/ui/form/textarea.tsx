'use client'

import { type ComponentProps, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { fill, isTyped } from './typed-fields'

interface TextareaProps extends Omit<ComponentProps<'textarea'>, 'ref'> {
  id: string
  ref?: RefObject<HTMLTextAreaElement | null>
}

/** What was typed into a field that the server sent, before this script loaded. */
function typedBefore(id: string): { field: Element; text: string } | null {
  if (typeof document === 'undefined') return null
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement && isTyped(field) ? { field, text: field.value } : null
}

/**
 * A textarea that keeps what was typed before the page's scripts had loaded: when React takes over a textarea that the page
 * brought with text, it puts that text back.
 */
export function Textarea({ ref, ...props }: TextareaProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  const place = ref ?? own
  // Read while rendering, as React has put the page's text back once it is done.
  const [before] = useState(() => typedBefore(props.id))
  // Ahead of what puts a kept letter back, which goes before a few words typed on top of it.
  useLayoutEffect(() => {
    const field = place.current
    if (field && before?.field === field && before.text !== field.value) fill(field, before.text)
  }, [place, before])
  return <textarea {...props} ref={place} />
}
