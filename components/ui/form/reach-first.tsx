'use client'

import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** What a proxy in front of us answers while we are down. */
const DOWN = [502, 503, 504]
const PATIENCE = 15_000

async function isReached(): Promise<boolean> {
  try {
    const answer = await fetch('/api/health/live', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return !DOWN.includes(answer.status)
  } catch {
    return false
  }
}

/**
 * On pages whose forms keep nothing in the browser: asks whether we can be reached before a form is sent, since the browser
 * would else put its own error in place of all that was typed. Without script, forms are sent as ever.
 */
export function ReachFirst() {
  const [stopped, setStopped] = useState<HTMLElement | null>(null)

  useEffect(() => {
    let asking = false
    let cleared: HTMLFormElement | null = null
    let place: HTMLElement | null = null
    const ask = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
      asking = true
      form.ariaBusy = 'true'
      const reached = await isReached()
      form.ariaBusy = null
      asking = false
      place?.remove()
      place = reached ? null : form.appendChild(document.createElement('div'))
      setStopped(place)
      if (!reached) return
      cleared = form
      form.requestSubmit(submitter)
    }
    // Before anything else on the page hears of it.
    const stop = (event: SubmitEvent) => {
      const { target: form, submitter } = event
      if (!(form instanceof HTMLFormElement)) return
      if (cleared === form) {
        cleared = null
        return
      }
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!asking) void ask(form, submitter)
    }
    document.addEventListener('submit', stop, true)
    return () => document.removeEventListener('submit', stop, true)
  }, [])

  return stopped && createPortal(<NotReached />, stopped)
}

const NotReached = () => (
  <div
    role="alert"
    tabIndex={-1}
    ref={element => element?.focus()}
    className="mt-2 max-w-measure rounded-lg border border-overdue-line bg-overdue-soft px-4 py-3"
  >
    <p className="font-semibold">We can’t be reached right now</p>
    <p>Nothing was sent, and what you typed is still here. Check your connection, then try again.</p>
  </div>
)
