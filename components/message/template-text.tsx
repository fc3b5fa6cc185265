'use client'

import { type RefObject, useEffect, useRef, useState, useTransition } from 'react'
import { Chip } from '@/components/ui/chip'
import { controlClass } from '@/components/ui/form/field'
import { Textarea } from '@/components/ui/form/textarea'
import { useTypedEarly } from '@/components/ui/form/typed-early'

export interface Wording {
  subject: string
  body: string
}

export interface WordingPreview extends Wording {
  missing: string[]
  /** What keeps it from being used, in words. */
  problems: string[]
  /** The request whose values these are; null for examples. */
  reference: string | null
}

interface TemplateTextProps {
  names: { subject: string; body: string }
  text: Wording
  /** Fills a wording in; changes nothing. */
  preview(wording: Wording, reference: string): Promise<WordingPreview>
  first: WordingPreview
}

/** Typing rests for so long before it is filled in again. */
const REST_MS = 500

/** Subject and text of a message with a preview beside them that follows what is typed. */
export function TemplateText({ names, text, preview, first }: TemplateTextProps) {
  const [shown, show] = useState(first)
  const [pending, start] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [subject, body, reference] = [
    useRef<HTMLInputElement>(null),
    useRef<HTMLTextAreaElement>(null),
    useRef<HTMLInputElement>(null),
  ]
  useEffect(() => () => clearTimeout(timer.current), [])
  const textOf = (field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>) =>
    field.current?.value ?? ''
  const follow = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () =>
        start(async () =>
          show(await preview({ subject: textOf(subject), body: textOf(body) }, textOf(reference))),
        ),
      REST_MS,
    )
  }
  useTypedEarly(() => [subject.current, body.current, reference.current], follow)
  const field = controlClass(undefined)
  return (
    <div className="grid w-full items-start gap-6 xl:grid-cols-2">
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <label htmlFor="wording-subject" className="self-start font-semibold">
            Subject
          </label>
          <input
            id="wording-subject"
            ref={subject}
            name={names.subject}
            defaultValue={text.subject}
            dir="auto"
            onChange={follow}
            className={`${field} min-h-control`}
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <label htmlFor="wording-body" className="self-start font-semibold">
            Text
          </label>
          <Textarea
            id="wording-body"
            ref={body}
            name={names.body}
            defaultValue={text.body}
            dir="auto"
            rows={18}
            onChange={follow}
            className={`${field} field-sizing-content min-h-80`}
          />
        </div>
      </div>
      <section
        aria-labelledby="preview"
        aria-busy={pending}
        className="rounded-lg border border-line bg-surface p-4"
      >
        <div className="mb-3 flex flex-wrap items-end justify-between gap-2">
          <h2 id="preview" className="font-semibold">
            Preview
          </h2>
          <label className="flex items-center gap-2 text-sm whitespace-nowrap">
            Values of request
            <input
              ref={reference}
              defaultValue={first.reference ?? ''}
              placeholder="PR-…"
              maxLength={40}
              onChange={follow}
              className={`${field} min-h-control max-w-36`}
            />
          </label>
        </div>
        <p className="mb-2 text-sm text-ink-soft">
          {shown.reference ? `With the values of ${shown.reference}.` : 'With examples.'}
        </p>
        <div role="status" className="mb-2 flex flex-col gap-1">
          {shown.problems.map(problem => (
            <p key={problem} className="font-medium text-overdue">
              {problem}
            </p>
          ))}
          {shown.missing.length > 0 && (
            <p className="flex flex-wrap items-center gap-1 text-sm">
              Without a value there:
              {shown.missing.map(name => (
                <Chip key={name}>{`{{ ${name} }}`}</Chip>
              ))}
            </p>
          )}
        </div>
        <p className="font-semibold break-words">
          <bdi>{shown.subject}</bdi>
        </p>
        <p className="mt-2 break-words whitespace-pre-line">
          <bdi>{shown.body}</bdi>
        </p>
      </section>
    </div>
  )
}
