'use client'

import { useEffect, useState } from 'react'

/** What is wrong with one part of an act's input. */
export interface WrongField {
  /** Path in the command's input. */
  path: string
  words: string
  /** The words are said of an empty field, too, in place of those that every empty field gets. */
  always?: true
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The control that a form has for a path of the input; its name may end in a kind. */
function controlOf(form: string, path: string): Control | undefined {
  const name = `${form}~${path}`
  const controls = document.querySelectorAll<Control>('input:not([type=hidden]), select, textarea')
  return [...controls].find(control => control.name === name || control.name.startsWith(`${name}!`))
}

/** What its label says, and the words that fit: somebody who left it empty needs no more than that said. */
function asShown({ path, words, always }: WrongField, control: Control | undefined) {
  if (!control) return { label: '', words, id: '' }
  const isRadio = control.type === 'radio'
  const label = isRadio ? control.closest('fieldset')?.querySelector('legend') : control.labels?.[0]
  const isEmpty = isRadio
    ? !control.form?.querySelector(`[name=${CSS.escape(control.name)}]:checked`)
    : control.value.trim() === ''
  const isChosen = isRadio || control instanceof HTMLSelectElement
  return {
    label: label?.textContent?.trim() || path,
    words: isEmpty && !always ? (isChosen ? 'Choose one.' : 'Fill this in.') : words,
    id: control.id,
  }
}

/** Names each field that stopped an act by its label, and leads to it. */
export function WrongFields({ form, fields }: { form: string; fields: readonly WrongField[] }) {
  const [shown] = useState(() =>
    fields.map(field =>
      typeof document === 'undefined'
        ? { label: '', words: field.words, id: '' }
        : asShown(field, controlOf(form, field.path)),
    ),
  )
  useEffect(() => {
    const controls = fields.flatMap(field => controlOf(form, field.path) ?? [])
    for (const control of controls) control.setAttribute('aria-invalid', 'true')
    return () => {
      for (const control of controls) control.removeAttribute('aria-invalid')
    }
  }, [form, fields])
  return (
    <ul className="flex flex-col">
      {shown.map(({ label, words, id }) => (
        <li key={`${label}${id}${words}`}>
          {id ? (
            <a href={`#${id}`} className="link">
              {label}
            </a>
          ) : (
            label
          )}
          {label && ': '}
          {words}
        </li>
      ))}
    </ul>
  )
}
