'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { broughtBy, fill, isTyped, keyOf, typedFields } from '@/components/ui/form/typed-fields'
import { broughtIn, forgetText, keepText, keptText } from './typed-storage'

/** The id with which the form would be sent, new with each look at its page. */
function pressOf(form: HTMLFormElement): string {
  const press = form.querySelector<HTMLInputElement>('input[name=commandId], input[name=press]')
  return press?.value ?? ''
}

/** Opens what a form is folded into, as nobody would find the text there. */
function unfold(form: HTMLFormElement): void {
  for (let part: Element | null = form; part; part = part.parentElement)
    if (part instanceof HTMLDetailsElement) part.open = true
  for (const part of form.querySelectorAll('details')) if (typedFields(part).some(isTyped)) part.open = true
}

/**
 * Inside each form of the desk: keeps what is typed and chosen in it in this tab until the act was carried out, so that an
 * ended session, a lost network or an upgrade takes nothing away. Never for public forms.
 * @param form a name that is the form's own on its page
 * @param done new with each act of this form that was carried out
 */
export function KeptText({ form: name, done }: { form: string; done?: string | undefined }) {
  const place = useRef<HTMLDivElement>(null)
  const [restored, setRestored] = useState(false)
  /** What was kept and is not in its field yet. */
  const waiting = useRef<ReadonlyMap<string, string>>(new Map())

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const brought = broughtIn(typedFields(form))
    const keep = () => keepText(name, typedFields(form), brought, pressOf(form))
    form.addEventListener('input', keep)
    form.addEventListener('submit', keep)
    const restore = () => {
      const kept = waiting.current
      const fields = typedFields(form).filter(field => kept.has(keyOf(field)))
      if (fields.length === 0) return
      const there = new Set(fields.map(keyOf))
      waiting.current = new Map([...kept].filter(([key]) => !there.has(key)))
      // Kept anew by this: now it belongs to the press of this form.
      for (const field of fields) fill(field, kept.get(keyOf(field)) ?? '')
      if (!fields.some(isTyped)) return
      unfold(form)
      setRestored(true)
    }
    waiting.current = new Map(Object.entries(keptText(name)))
    restore()
    // What was typed before this script loaded raised no event that was heard here.
    if (typedFields(form).some(isTyped)) keep()
    // A choice may bring the field in which something else was typed.
    const later = new MutationObserver(restore)
    later.observe(form, { childList: true, subtree: true })
    return () => {
      later.disconnect()
      form.removeEventListener('input', keep)
      form.removeEventListener('submit', keep)
    }
  }, [name])

  useEffect(() => {
    if (!done) return
    waiting.current = new Map()
    setRestored(false)
  }, [done])

  const discard = () => {
    for (const field of typedFields(place.current?.closest('form') ?? null)) fill(field, broughtBy(field))
    forgetText(name)
    waiting.current = new Map()
    setRestored(false)
  }
  return (
    <div ref={place} role="status" className={restored ? 'text-sm' : 'hidden'}>
      {restored && (
        <p className="flex flex-wrap items-center gap-2 rounded-md bg-sunken px-3 py-1">
          Restored what you had typed.
          <Button type="button" tone="quiet" onClick={discard}>
            Discard it
          </Button>
        </p>
      )}
    </div>
  )
}
