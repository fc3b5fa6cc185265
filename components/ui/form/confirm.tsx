import type { ReactNode } from 'react'
import { type ButtonTone, buttonClass } from '../button-class'
import { Icon } from '../icon'
import type { IconName } from '../icon-paths'

interface ConfirmProps {
  /** For links to it. */
  id?: string
  /** The button's words, from the handbook: "Pass verification". */
  label: string
  tone?: ButtonTone
  icon?: IconName
  /** Exactly what will happen, in one sentence. */
  sentence: ReactNode
  /** The final button, and any fields that go with it; inside the form. */
  children: ReactNode
  /** Open from the start, e.g. when an error in the fields within sent the visitor back. */
  open?: boolean
}

/**
 * An act that can't be undone, confirmed in place: the first button opens what will happen, the second one does it.
 * Works without script. The same button closes it again.
 * @example
 * <form action={close}>
 *   <Confirm label="Close as duplicate" tone="danger" sentence="We mail the requester and close this request.">
 *     <Button tone="danger">Send and close</Button>
 *   </Confirm>
 * </form>
 */
export function Confirm({ id, label, tone = 'secondary', icon, sentence, children, open }: ConfirmProps) {
  return (
    <details id={id} open={open} className="group scroll-mt-4">
      <summary
        className={buttonClass(
          tone,
          'group-open:border-line-strong group-open:bg-surface group-open:text-ink group-open:hover:bg-sunken',
        )}
      >
        {icon && <Icon name={icon} />}
        {label}
        <Icon
          name="chevron-down"
          className="size-[1em] transition-transform duration-100 group-open:rotate-180"
        />
      </summary>
      <div className="mt-2 flex min-w-60 flex-col items-start gap-3 rounded-lg border border-line-strong bg-surface p-4 in-data-[face=desk]:p-3">
        <p className="max-w-measure">{sentence}</p>
        {children}
      </div>
    </details>
  )
}
