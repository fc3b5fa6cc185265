'use client'

import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/**
 * Stops a form that is sent without a connection, since the browser, or the desk's page for faults, would else take the place of
 * all that was typed. It never delays a form that can be sent, so that somebody who leaves the
 * page after pressing has sent it. Without script, forms are sent as ever.
 */
export function OfflineGuard() {
  const [stopped, setStopped] = useState<HTMLElement | null>(null)

  useEffect(() => {
    let place: HTMLElement | null = null
    // Before anything else on the page hears of it.
    const stop = (event: SubmitEvent) => {
      place?.remove()
      place = null
      const { target: form } = event
      if (!navigator.onLine && form instanceof HTMLFormElement) {
        event.preventDefault()
        event.stopImmediatePropagation()
        place = form.appendChild(document.createElement('div'))
      }
      setStopped(place)
    }
    document.addEventListener('submit', stop, true)
    return () => document.removeEventListener('submit', stop, true)
  }, [])

  return stopped && createPortal(<Offline />, stopped)
}

const Offline = () => (
  <div
    role="alert"
    tabIndex={-1}
    ref={element => element?.focus()}
    className="mt-2 max-w-measure rounded-lg border border-overdue-line bg-overdue-soft px-4 py-3"
  >
    <p className="font-semibold">You are not connected</p>
    <p>Nothing was sent, and what you typed is still here. Check your connection, then try again.</p>
  </div>
)
