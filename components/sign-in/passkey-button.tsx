'use client'

import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonTone } from '@/components/ui/button-class'

/** A browser's options to make or use a passkey, as JSON, and the step to come back with. */
export interface PasskeyOffer {
  step: string
  options: string
}

interface PasskeyButtonProps {
  /** Whether a passkey is made, or one that the person has is used. */
  use: 'add' | 'prove'
  /** Gets the options; text in place of them says why there are none. */
  offer: () => Promise<PasskeyOffer | string>
  /** Names of the fields that take the browser's answer, and the step. */
  fields: { answer: string; step: string }
  tone?: ButtonTone
  children: string
}

/** Asks the browser for a passkey, and sends the form that it is in with the answer. Needs script. */
export function PasskeyButton({ use, offer, fields, tone = 'secondary', children }: PasskeyButtonProps) {
  const [problem, setProblem] = useState<string>()
  const [isAsking, setIsAsking] = useState(false)
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  const answer = useRef<HTMLInputElement>(null)
  const step = useRef<HTMLInputElement>(null)
  const ask = async () => {
    setProblem(undefined)
    setIsAsking(true)
    try {
      const offered = await offer()
      if (typeof offered === 'string') return setProblem(offered)
      const optionsJSON = JSON.parse(offered.options)
      const given =
        use === 'add' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON })
      if (!answer.current || !step.current) return
      answer.current.value = JSON.stringify(given)
      step.current.value = offered.step
      answer.current.form?.requestSubmit()
    } catch {
      // The browser tells the person more than it tells us: cancelled, timed out, or none of theirs.
      setProblem('The passkey wasn’t used. Try again, or choose another way.')
    } finally {
      setIsAsking(false)
    }
  }
  return (
    <div className="flex flex-col items-start gap-1.5">
      <input type="hidden" name={fields.answer} ref={answer} defaultValue="" data-unkept />
      <input type="hidden" name={fields.step} ref={step} defaultValue="" data-unkept />
      {hasScript && (
        <Button type="button" tone={tone} icon="fingerprint" aria-busy={isAsking} onClick={ask}>
          {children}
        </Button>
      )}
      <p role="status" className="text-sm text-overdue empty:hidden">
        {problem}
      </p>
    </div>
  )
}
