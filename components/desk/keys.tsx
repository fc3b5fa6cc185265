'use client'

import { type ReactNode, useEffect, useRef } from 'react'

interface DeskKeysProps {
  /** Whether letters alone act; some people's speech input or tremor would press them by accident. */
  singleKeys: boolean
  /** The list of keys, and the switch. */
  children: ReactNode
}

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

function move(by: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row] [data-row-link]')]
  const at = links.findIndex(link => link.closest('[data-row]')?.contains(document.activeElement))
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)
  links[next]?.focus()
  links[next]?.scrollIntoView({ block: 'nearest' })
}

/**
 * The keys of the desk: `j` and `k` walk the rows (Enter opens, as on any link), `/` searches, `?` shows the keys; so does
 * every element with `data-keys`.
 */
export function DeskKeys({ singleKeys, children }: DeskKeysProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const show = () => dialog.current?.open || dialog.current?.showModal()
    const act: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
      '?': show,
    }
    const press = (event: KeyboardEvent) => {
      if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (takesText(event.target) || dialog.current?.open) return
      const action = act[event.key]
      if (!action) return
      event.preventDefault()
      action()
    }
    const click = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-keys]')) show()
    }
    document.addEventListener('keydown', press)
    document.addEventListener('click', click)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('click', click)
    }
  }, [singleKeys])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-5 text-ink shadow-float backdrop:bg-ink/40"
    >
      <h2 id="keys-title" className="mb-3 text-lg">
        Keys
      </h2>
      {children}
      <form method="dialog" className="mt-4">
        <button
          type="submit"
          className="inline-flex min-h-control items-center rounded-md border border-line-strong px-control-inset font-semibold hover:bg-sunken"
        >
          Close
        </button>
      </form>
    </dialog>
  )
}
