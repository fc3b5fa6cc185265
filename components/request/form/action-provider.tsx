'use client'

import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  use,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice, type NoticeKind } from '@/components/ui/notice'
import { KeptText } from './kept-text'
import { forgetText } from './typed-storage'
import { type WrongField, WrongFields } from './wrong-fields'

/** What became of an act. */
export interface ActionOutcome {
  /** The form that it came from. */
  form: string
  ok: boolean
  title: string
  text?: string
  /** Shown this once, to be kept elsewhere. */
  codes?: readonly string[]
  /** The same, for a single one. */
  shownOnce?: string
  /** A page on which to continue, and its words. */
  leadsTo?: { href: string; words: string }
  /** What is wrong with which part of the input, by its path. */
  fields?: readonly WrongField[]
  /** Nothing was done yet: this is what would become of it. */
  ahead?: true
  /** It is done, and yet something needs attention. */
  caution?: true
  /** What was typed, where it was refused: kept even if its form is gone. */
  kept: string[]
  /** New with each act, so that the same words twice are told twice. */
  id: string
}

export type OutcomeAction = (last: ActionOutcome | null, form: FormData) => Promise<ActionOutcome>

interface ActionContextValue {
  outcome: ActionOutcome | null
  send: (form: FormData) => void
  pending: boolean
  /** The page has been shown; before that it is the answer to a form that was sent without script. */
  shown: boolean
}

const ActionContext = createContext<ActionContextValue>({
  outcome: null,
  send: () => undefined,
  pending: false,
  shown: false,
})

/** Where every act of a page goes through, and where it is told what became of it. Works without script. */
export function ActionProvider({
  action,
  toldThere,
  children,
}: {
  action: OutcomeAction
  /** Names of forms whose success is told where they were, by `OutcomeThere`; they begin with this. */
  toldThere?: string | undefined
  children: ReactNode
}) {
  const [outcome, send, pending] = useActionState(action, null)
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(true), [])
  return (
    <ActionContext value={{ outcome, send, pending, shown }}>
      {outcome && !isThere(outcome, toldThere) && <OutcomeNotice key={outcome.id} outcome={outcome} />}
      {children}
    </ActionContext>
  )
}

const isThere = (outcome: ActionOutcome, forms: string | undefined): boolean =>
  forms !== undefined && outcome.ok && outcome.form.startsWith(forms)

/** Tells what became of the forms whose names begin with `forms`, where they were. */
export function OutcomeThere({ forms }: { forms: string }) {
  const { outcome } = use(ActionContext)
  return outcome && isThere(outcome, forms) ? <OutcomeNotice key={outcome.id} outcome={outcome} /> : null
}

function kindOf({ ok, ahead, caution }: ActionOutcome): NoticeKind {
  if (ahead) return 'info'
  if (!ok) return 'error'
  return caution ? 'warning' : 'success'
}

// React leaves `autofocus` on a plain element to the browser, which honours it on a page load: without script, too.
const onLoad = { autoFocus: true }

function OutcomeNotice({ outcome }: { outcome: ActionOutcome }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => element.current?.focus(), [])
  // Here, as the form itself may be gone with the act.
  useEffect(() => {
    if (outcome.ok && !outcome.ahead) forgetText(outcome.form)
  }, [outcome])
  return (
    <div ref={element} tabIndex={-1} className="mb-4 scroll-mt-4 outline-none" {...onLoad}>
      <Notice kind={kindOf(outcome)} title={outcome.title} live>
        {outcome.text && <p>{outcome.text}</p>}
        {outcome.leadsTo && (
          <p>
            <a href={outcome.leadsTo.href} className="link">
              {outcome.leadsTo.words}
            </a>
          </p>
        )}
        {outcome.shownOnce && (
          <>
            <p className="my-2 font-mono break-all select-all">{outcome.shownOnce}</p>
            <CopyButton text={outcome.shownOnce}>Copy the secret</CopyButton>
          </>
        )}
        {outcome.codes && (
          <>
            <ul className="my-2 grid max-w-xs grid-cols-2 gap-x-6 gap-y-1 font-mono">
              {outcome.codes.map(code => (
                <li key={code}>{code}</li>
              ))}
            </ul>
            <CopyButton text={outcome.codes.join('\n')}>Copy the codes</CopyButton>
          </>
        )}
        {outcome.fields && <WrongFields form={outcome.form} fields={outcome.fields} />}
        {outcome.kept.length > 0 && (
          <details className="mt-1">
            <summary className="link">What you typed is kept</summary>
            {outcome.kept.map(text => (
              <p key={text} className="mt-1 rounded-md border border-line bg-surface p-2 whitespace-pre-line">
                <bdi>{text}</bdi>
              </p>
            ))}
          </details>
        )}
      </Notice>
    </div>
  )
}

/**
 * Whether one of these forms was carried out since it is there, or by the very sending that this page answers.
 * @param forms how their names begin
 */
export function useCarriedOut(forms: string): boolean {
  const { outcome, shown } = use(ActionContext)
  const [first] = useState({ outcome: outcome?.id, answersIt: !shown })
  const done = outcome !== null && !outcome.ahead && isThere(outcome, forms)
  return done && (first.answersIt || outcome.id !== first.outcome)
}

interface FormNow {
  /** The page has been shown with script. */
  shown: boolean
  /** New with each time that the form was carried out; undefined where something else was done last. */
  done: string | undefined
}

/** How a form is now. */
export function useForm(name: string): FormNow {
  const { outcome, shown } = use(ActionContext)
  return { shown, done: outcome?.ok && !outcome.ahead && outcome.form === name ? outcome.id : undefined }
}

/** One form of the board. What was typed stays in it until the act was carried out. */
export function ActionForm({
  name,
  fixed,
  className,
  children,
}: {
  name: string
  /** What is sent unseen, by its field's name. */
  fixed: Readonly<Record<string, string>>
  className?: string | undefined
  children: ReactNode
}) {
  const { send, pending } = use(ActionContext)
  const { done } = useForm(name)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!done) return
    form.current?.reset()
    for (const opened of form.current?.querySelectorAll('details') ?? []) opened.open = false
  }, [done])
  // React empties a form whose `action` has run; dispatched by hand, a refused one keeps what was typed.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null }
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => send(data))
  }
  return (
    <form ref={form} action={send} onSubmit={submit} aria-busy={pending} noValidate className={className}>
      <KeptText form={name} done={done} />
      {Object.entries(fixed).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children}
    </form>
  )
}
