import Link from 'next/link'
import { type ComponentPropsWithoutRef, useId } from 'react'
import { type ButtonTone, buttonClass } from './button-class'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

const unavailable =
  'inline-flex min-h-control items-center justify-center gap-2 rounded-md border border-dashed border-line-strong px-control-inset py-1 text-center font-semibold text-ink-faint'

type ButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'disabled'> & {
  tone?: ButtonTone
  icon?: IconName
  /** Why it can't be used now. It stays reachable by keyboard, so that everybody can read the reason. */
  unavailableBecause?: string
}

/**
 * A button; submits its form unless `type="button"`. One `primary` a view; `danger` for what destroys.
 * @example <Button tone="primary">Send</Button>
 * @example <Button unavailableBecause="Waiting for an answer until 12 May">Pass verification</Button>
 */
export function Button({ tone, icon, unavailableBecause, className, children, ...rest }: ButtonProps) {
  const reason = useId()
  if (unavailableBecause) {
    return (
      <span className="inline-flex flex-col items-start gap-1">
        <button
          type="button"
          aria-disabled="true"
          aria-describedby={reason}
          className={`${unavailable} ${className ?? ''}`}
        >
          {icon && <Icon name={icon} />}
          {children}
        </button>
        <span id={reason} className="text-xs text-ink-soft">
          {unavailableBecause}
        </span>
      </span>
    )
  }
  return (
    <button {...rest} className={buttonClass(tone, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type ButtonLinkProps = ComponentPropsWithoutRef<'a'> & { href: string; tone?: ButtonTone; icon?: IconName }

/**
 * A link that looks like a button, for going somewhere. A plain link without script, for the public pages.
 * @example <ButtonLink href="/request/new" tone="primary">Make a Privacy Request</ButtonLink>
 */
export function ButtonLink({ tone, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={buttonClass(tone, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

type DeskButtonLinkProps = Omit<ComponentPropsWithoutRef<typeof Link>, 'prefetch'> &
  Pick<ButtonLinkProps, 'tone' | 'icon'>

/** As ButtonLink, but moving within the desk without loading the page anew. */
export function DeskButtonLink({ tone, icon, className, children, href, ...rest }: DeskButtonLinkProps) {
  return (
    <Link {...rest} href={href} prefetch={false} className={buttonClass(tone, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
