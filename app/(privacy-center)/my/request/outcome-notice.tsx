import { Notice } from '@/components/ui/notice'

const words: Record<string, { kind: 'success' | 'warning'; title: string; text: string }> = {
  answers: {
    kind: 'success',
    title: 'Your answers have arrived',
    text: 'Our support team reads them. You hear from us by email.',
  },
  reply: {
    kind: 'success',
    title: 'Your message has arrived',
    text: 'Somebody reads it. You hear from us by email.',
  },
  withdraw: { kind: 'success', title: 'Your request is withdrawn', text: 'We have closed it.' },
  busy: {
    kind: 'warning',
    title: 'Not sent: that was a lot in a short time',
    text: 'What you wrote is kept. Please try again in an hour.',
  },
  refused: {
    kind: 'warning',
    title: 'That could not be done',
    text: 'Your request has moved on meanwhile. This page shows where it stands now.',
  },
}

/** What came of the last button. */
export function OutcomeNotice({ of }: { of: unknown }) {
  const said = typeof of === 'string' && Object.hasOwn(words, of) ? words[of] : undefined
  if (!said) return null
  return (
    <div className="mb-8">
      <Notice kind={said.kind} live title={said.title}>
        <p>{said.text}</p>
      </Notice>
    </div>
  )
}
