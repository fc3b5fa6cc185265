import type { ReactNode } from 'react'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { Refreshes } from '@/components/ui/refreshes'
import { messageOf } from '@/lib/core/advice/form-fields'
import type { NextStep } from '@/lib/core/advice/guides/guide'
import type { Advice } from '@/lib/core/advice/next-step'
import type { CommandTarget } from '../form/command-form'
import { MessageOffer, type ReadyMessage } from './message-offer'
import { StepForm, stepLink } from './step-form'

/** A step with whether this person may take it. */
export interface OfferedStep extends NextStep {
  allowed: boolean
  /** Who does, where this person doesn't. */
  whose: string
}
export interface Offer extends Omit<Advice, 'steps'> {
  steps: OfferedStep[]
}

interface NextStepPanelProps {
  on: CommandTarget
  /** The most pressing first. */
  offers: readonly Offer[]
  /** What is said while nobody has anything to do. */
  rest: { say: string; why: string }
  /** What connected systems would do for a task's next step, by the task's id. */
  previews?: Readonly<Record<string, ReactNode>>
  /** What they found for a task that is settled by that, by its id. */
  findings?: Readonly<Record<string, ReactNode>>
  /** The message of the most pressing step, where it can go as it is. */
  ready?: ReadyMessage | null
  /** Tasks that connected systems are working on; the page looks for news of them by itself. */
  underWay?: readonly string[]
  /** Acts that don't depend on the step. */
  others: ReactNode
}

const keyOf = (step: NextStep) => `${step.taskId ?? ''}${step.command}${JSON.stringify(step.preset ?? {})}`

/** What to do now, always in sight: one sentence, why, one primary button; other acts below, the impossible ones with their reason. */
export function NextStepPanel({
  on,
  offers,
  rest,
  previews = {},
  findings = {},
  ready = null,
  underWay = [],
  others,
}: NextStepPanelProps) {
  const [first, ...more] = offers
  const shown = first ?? { ...rest, steps: [] }
  const own = new Set(shown.steps.map(keyOf))
  return (
    <aside aria-labelledby="next-step" className="contents xl:sticky xl:top-5 xl:flex xl:flex-col xl:gap-4">
      <section className="order-1 rounded-lg border border-accent bg-surface p-4">
        <h2 id="next-step" className="text-xs font-semibold text-accent">
          Next step
        </h2>
        <p className="mt-1 text-lg font-semibold text-balance">{shown.say}</p>
        <p className="mt-1 text-sm text-ink-soft">{shown.why}</p>
        {underWay.length > 0 && (
          <p className="mt-2 rounded-md bg-sunken px-3 py-2 text-sm">
            <Refreshes />
            Under way: {underWay.join(', ')}. This page updates when it is done.
          </p>
        )}
        {shown.steps.length > 0 && (
          <ul className="mt-3 flex flex-col gap-2">
            {shown.steps.map((step, at) => (
              <li key={keyOf(step)}>
                {step.command === 'do-step' && previews[step.taskId ?? '']}
                {step.command === 'resolve' && step.preset && findings[step.taskId ?? '']}
                {at === 0 && step.allowed && ready?.key === messageOf(step) && ready ? (
                  <MessageOffer on={on} label={step.label} message={ready} />
                ) : (
                  <StepOffer on={on} step={step} primary={at === 0 && !step.aside} />
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {more.map(({ say, why, steps }) => (
        <section key={say} className="order-1 rounded-lg border border-line bg-surface p-4">
          <p className="font-medium">{say}</p>
          <p className="mt-1 text-sm text-ink-soft">{why}</p>
          {steps.some(step => !own.has(keyOf(step))) && (
            <ul className="mt-2 flex flex-col gap-2">
              {steps
                .filter(step => !own.has(keyOf(step)))
                .map(step => (
                  <li key={keyOf(step)}>
                    <StepOffer on={on} step={step} primary={false} />
                  </li>
                ))}
            </ul>
          )}
        </section>
      ))}
      <section aria-labelledby="other-acts" className="order-3 rounded-lg border border-line bg-surface p-4">
        <h2 id="other-acts" className="mb-2 text-xs font-semibold text-ink-soft">
          Other actions
        </h2>
        {others}
      </section>
    </aside>
  )
}

function StepOffer({ on, step, primary }: { on: CommandTarget; step: OfferedStep; primary: boolean }) {
  if (!step.allowed) return <Button unavailableBecause={step.whose}>{step.label}</Button>
  const href = stepLink(on.reference, step)
  if (href)
    return (
      <DeskButtonLink href={href} tone={primary ? 'primary' : 'secondary'}>
        {step.label}
      </DeskButtonLink>
    )
  const target = step.taskId ? { ...on, taskId: step.taskId } : on
  return <StepForm on={target} step={step} primary={primary} />
}
