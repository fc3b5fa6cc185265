import { Icon } from '@/components/ui/icon'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { Panel } from './panel'
import { stagesOf } from './stages-of'

const looks = {
  done: { icon: 'circle-check', mark: 'text-done', said: 'Done: ' },
  now: { icon: 'circle-dot', mark: 'text-accent', said: 'Now: ' },
  next: { icon: 'circle', mark: 'text-ink-faint', said: 'Later: ' },
} as const

/** The stages of a request as a line: done, current, to come. */
export function Stages({ request, timeZone }: { request: PrivacyRequest; timeZone: string }) {
  const steps = stagesOf(request, timeZone)
  return (
    <Panel id="stages" title="Stages">
      <ol className="flex flex-wrap gap-x-2 gap-y-3">
        {steps.map((step, index) => (
          <li
            key={step.title}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className="flex min-w-28 flex-1 flex-col gap-0.5"
          >
            <span className="flex items-center gap-2">
              <Icon name={looks[step.state].icon} className={`size-5 ${looks[step.state].mark}`} />
              {index < steps.length - 1 && (
                <span
                  aria-hidden="true"
                  className={`h-0.5 grow ${step.state === 'done' ? 'bg-done' : 'bg-line'}`}
                />
              )}
            </span>
            <span className={step.state === 'next' ? 'text-ink-soft' : 'font-semibold'}>
              <span className="sr-only">{looks[step.state].said}</span>
              {step.title}
            </span>
            {step.detail && <span className="text-sm text-ink-soft">{step.detail}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
