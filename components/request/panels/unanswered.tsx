import Link from 'next/link'
import { Notice } from '@/components/ui/notice'

interface UnansweredProps {
  tickets: readonly { id: string; systemName: string; words: string | null }[]
}

/** The ticket that a request came from has no answer yet, and nobody but a person will give it one. */
export function Unanswered({ tickets }: UnansweredProps) {
  return tickets.map(({ id, systemName, words }) => (
    <div key={id} className="mb-4">
      <Notice kind="warning" title={`The ticket in ${systemName} couldn’t be answered automatically.`}>
        <p>
          {words}{' '}
          <Link href={`/off-channel/${id}`} prefetch={false} className="link">
            Try again, or answer it by hand
          </Link>
        </p>
      </Notice>
    </div>
  ))
}
