import { Notice } from '@/components/ui/notice'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { isOptOut, optOutField } from '@/lib/core/intake/opt-out-signal'

interface OptOutSignalProps {
  type: RequestType
  /** What was chosen before. */
  kept: boolean
}

/**
 * Says that the browser’s opt-out signal (Global Privacy Control) was seen, and offers to keep the opt-out for the email
 * address, too. Nothing is chosen beforehand.
 */
export function OptOutSignal({ type, kept }: OptOutSignalProps) {
  return (
    <div className="max-w-xl">
      <Notice title="Your browser asks us not to sell or share your data">
        <p>
          We have seen its signal (Global Privacy Control), and follow it in this browser.
          {isOptOut(type) && ' With this request we also keep it for your email address, wherever you are.'}
        </p>
        {!isOptOut(type) && (
          <p className="mt-3 flex items-start gap-3">
            <input
              type="checkbox"
              id={`field-${optOutField}`}
              name={optOutField}
              value="yes"
              defaultChecked={kept}
              className="mt-[0.2em] size-[1.25em] shrink-0"
            />
            <label htmlFor={`field-${optOutField}`}>
              Keep this opt-out for my email address, too. We then no longer use it for marketing.
            </label>
          </p>
        )}
      </Notice>
    </div>
  )
}
