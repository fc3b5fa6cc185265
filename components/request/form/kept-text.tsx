'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { broughtIn, forgetText, keepText, keptText, typedFields } from './typed-storage'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Fills a field as typing would, so that what watches it is told. */
function fill(field: Field, text: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The id with which the form would be sent, new with each look at its page. */
function pressOf(form: HTMLFormElement): string {
  const press = form.querySelector<HTMLInputElement>('input[name=commandId], input[name=press]')
  return press?.value ?? ''
}

/** Opens what a form is folded into, as nobody would find the text there. */
function unfold(form: HTMLFormElement): void {
  for (let part: Element | null = form; part; part = part.parentElement)
    if (part instanceof HTMLDetailsElement) part.open = true
  for (const part of form.querySelectorAll('details'))
    if (typedFields(part).some(field => field.value !== field.defaultValue)) part.open = true
}

/**
 * Inside each form of the desk that words are typed into: keeps what is typed into it in this tab until the act was carried out, so that an ended session,
 * a lost network or an upgrade takes nothing away. Never for public forms.
 * @param form a name that is the form's own on its page
 * @param done new with each act of this form that was carried out
 */
export function KeptText({ form: name, done }: { form: string; done?: string | undefined }) {
  const place = useRef<HTMLDivElement>(null)
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const kept = keptText(name)
    const fields = typedFields(form).filter(field => kept[field.name] !== undefined)
    const brought = broughtIn(typedFields(form))
    const keep = () => keepText(name, typedFields(form), brought, pressOf(form))
    form.addEventListener('input', keep)
    form.addEventListener('submit', keep)
    // Kept anew by this: now it belongs to the press of this form.
    for (const field of fields) fill(field, kept[field.name] ?? '')
    if (fields.length > 0) {
      unfold(form)
      setRestored(true)
    }
    return () => {
      form.removeEventListener('input', keep)
      form.removeEventListener('submit', keep)
    }
  }, [name])

  useEffect(() => {
    if (done) setRestored(false)
  }, [done])

  const discard = () => {
    for (const field of typedFields(place.current?.closest('form') ?? null)) fill(field, field.defaultValue)
    forgetText(name)
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
