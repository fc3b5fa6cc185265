import { NewLink } from '@/components/public/links/new-link'
import { answerWith } from '@/lib/answer-status'

/** One page and one status for every link that leads nowhere: used, expired, revoked or never given out. */
export function DeadLink() {
  answerWith(404)
  return (
    <NewLink
      title="This link doesn’t work"
      lead="It may have been used already, be out of date, or have lost a letter on its way. If you have made a request, it is safe."
    />
  )
}
