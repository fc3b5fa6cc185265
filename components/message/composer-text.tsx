'use client'

import { useId, useRef, useState } from 'react'
import { Chip } from '@/components/ui/chip'
import { controlClass } from '@/components/ui/form/field'
import { Textarea } from '@/components/ui/form/textarea'
import { useTypedEarly } from '@/components/ui/form/typed-early'

/** What a text may not lose: a variable, or the words that it was filled in with. */
export interface Kept {
  name: string
  words: readonly string[]
}

interface ComposerTextProps {
  subjectName: string
  bodyName: string
  subject: string
  body: string
  /** Variables that are filled in on sending: links, and what a field beside the text says. */
  later: readonly string[]
  kept: readonly Kept[]
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

const variable = /\{\{-?\s*(\w+)(?:[^\w{}][^{}]*)?\}\}/g

/** Subject and text of a message; says live which variables are still empty, because each of them blocks sending. */
export function ComposerText({ subjectName, bodyName, subject, body, later, kept }: ComposerTextProps) {
  const id = useId()
  const subjectField = useRef<HTMLInputElement>(null)
  const bodyField = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(`${subject}\n${body}`)
  const follow = () => setText(`${subjectField.current?.value}\n${bodyField.current?.value}`)
  useTypedEarly(() => [subjectField.current, bodyField.current], follow)
  const named = [...new Set([...text.matchAll(variable)].map(([, name = '']) => name))]
  const waits = (name: string) => name === 'link' || name.endsWith('_link') || later.includes(name)
  const missing = named.filter(name => !waits(name))
  const gone = kept.filter(
    ({ name, words }) =>
      !named.includes(name) &&
      !later.includes(name) &&
      (words.length === 0 || words.some(part => !plain(text).includes(plain(part)))),
  )
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${id}-subject`} className="self-start font-semibold">
          Subject
        </label>
        <input
          id={`${id}-subject`}
          ref={subjectField}
          name={subjectName}
          defaultValue={subject}
          dir="auto"
          onChange={follow}
          className={`${controlClass(undefined)} min-h-control`}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${id}-body`} className="self-start font-semibold">
          Text
        </label>
        <Textarea
          id={`${id}-body`}
          ref={bodyField}
          name={bodyName}
          defaultValue={body}
          dir="auto"
          rows={14}
          onChange={follow}
          className={`${controlClass(undefined)} field-sizing-content min-h-56`}
        />
      </div>
      <div role="status" className="flex flex-wrap items-center gap-2 text-sm">
        {missing.length > 0 && <span>Fill in before sending:</span>}
        {missing.map(name => (
          <Chip key={name} meaning="overdue">{`{{ ${name} }}`}</Chip>
        ))}
        {gone.length > 0 && <span>The message needs this again:</span>}
        {gone.map(({ name }) => (
          <Chip key={name} meaning="overdue">{`{{ ${name} }}`}</Chip>
        ))}
        {named.filter(waits).map(name => (
          <Chip key={name} icon="link">{`{{ ${name} }} is filled in on sending`}</Chip>
        ))}
      </div>
    </>
  )
}
