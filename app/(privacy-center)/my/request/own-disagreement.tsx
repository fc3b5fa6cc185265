import { randomUUID } from 'node:crypto'
import { DisagreeForm } from '@/components/public/own/disagreement'
import type { Visitor } from '@/lib/auth/requester'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { zoneOf } from '@/lib/core/deadlines/days'
import { spanWords } from '@/lib/core/deadlines/law-labels'
import { lawOf } from '@/lib/core/deadlines/of-request'
import { complaintUnder, secondLook } from '@/lib/core/deadlines/remedies'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { contextForPage } from '@/lib/door/run/context'

interface OwnDisagreementProps {
  visitor: Visitor
  request: PrivacyRequest
  typed: string
  error: string | undefined
}

/** The way to appeal where the law has one and the request has ended, else to complain; nothing while one is open. */
export async function OwnDisagreement({ visitor, request, typed, error }: OwnDisagreementProps) {
  const context = await contextForPage(visitor.actor)
  const law = lawOf(request, context)
  const timeZone = zoneOf(request, context.timeZone)
  const ended = request.state === 'closed'
  const { kind, respond } = (ended ? secondLook : complaintUnder)(law, context.now, timeZone)
  const command = kind === 'appeal' ? 'open-appeal' : 'open-complaint'
  if (wouldRefuse({ command }, request, context)) return null
  return (
    <div className="mt-12">
      <DisagreeForm
        within={spanWords(respond)}
        press={randomUUID()}
        {...{ kind, ended, typed }}
        {...(error && { error })}
      />
    </div>
  )
}
