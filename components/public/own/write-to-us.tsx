import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'

/** Why what was typed elsewhere is now in the message's field. */
type Moved = 'too-late' | 'not-taken'

const why: Readonly<Record<Moved, string>> = {
  'too-late': 'The time to answer had ended',
  'not-taken': 'We could not take this as an appeal or a complaint now',
}

interface WriteToUsProps {
  /** Shown in full, since a word from them can still change how it ended; otherwise behind its title. */
  inFull: boolean
  /** Open from the start, where it is behind its title. */
  open: boolean
  moved: Moved | undefined
  /** The form. */
  children: ReactNode
}

/** The place to write to us, with a word where it already holds what was typed elsewhere. */
export function WriteToUs({ inFull, open, moved, children }: WriteToUsProps) {
  const notice = moved && (
    <div className="mb-4">
      <Notice kind="warning" title={why[moved]}>
        <p>What you typed is below. You can still send it as a message.</p>
      </Notice>
    </div>
  )
  if (inFull)
    return (
      <section aria-labelledby="write" className="mt-12">
        <h2 id="write" className="mb-3 text-xl">
          Write to us
        </h2>
        {notice}
        {children}
      </section>
    )
  return (
    <details open={open || moved !== undefined} className="mt-6">
      <summary className="link inline-flex min-h-control items-center">
        Write to us about this request
      </summary>
      <div className="mt-3">
        {notice}
        {children}
      </div>
    </details>
  )
}
