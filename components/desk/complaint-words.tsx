import { SummaryList } from '@/components/ui/summary-list'
import type { ComplaintTopic } from '@/lib/core/off-channel/complaint'
import { topicWords } from '@/lib/core/off-channel/complaint'

interface ComplaintWordsProps {
  /** What the person quotes when they write again. */
  number: string
  complaint: {
    email: string | null
    about: ComplaintTopic | null
    words: string | null
    reply: string | null
  }
}

/** What somebody wrote in the public form, where to answer, and what was answered. */
export function ComplaintWords({ number, complaint: { email, about, words, reply } }: ComplaintWordsProps) {
  const erased = 'Erased, as its time was over'
  return (
    <div className="mt-5 max-w-2xl">
      <SummaryList
        rows={[
          { label: 'Number', value: number },
          { label: 'Email address', value: email ?? erased },
          { label: 'About', value: about ? topicWords[about] : 'Not said' },
          { label: 'What they wrote', value: words ?? erased },
          ...(reply ? [{ label: 'Our answer', value: reply }] : []),
        ]}
      />
    </div>
  )
}
