import type { Metadata } from 'next'
import { Asked } from '@/components/request/asked'
import { Found } from '@/components/request/found'
import { Notes } from '@/components/request/notes'
import { RecordChecks } from '@/components/request/record-checks'
import { Related } from '@/components/request/related'
import { Risk } from '@/components/request/risk'
import { shownRatingOf } from '@/lib/core/authority-given'
import { mayRun, sight, supportAndPrivacy } from '@/lib/core/permissions'
import { readMessages } from '@/lib/store/conversation'
import { readLinked } from '@/lib/store/links'
import { openRequest, RequestFrame, type RequestParams } from '../frame'

export async function generateMetadata({ params }: { params: RequestParams }): Promise<Metadata> {
  return { title: `${(await params).reference}: details` }
}

/** What was asked, what is known about it, how risky it is, and what belongs to it. */
export default async function DetailsPage({ params }: { params: RequestParams }) {
  const opened = await openRequest(params, 'details')
  const { staff, request, personal, now, timeZone } = opened
  const on = { reference: request.reference, version: request.version }
  const handles = mayRun(staff.actor, supportAndPrivacy)
  const [messages, linked] = await Promise.all([
    readMessages(staff.actor, request.id),
    readLinked(staff.actor, request.id),
  ])
  const notes = messages
    .filter(one => one.direction === 'note')
    .map(({ id, sender, body, at }) => ({ id, author: sender, text: body, at }))
  return (
    <RequestFrame opened={opened} tab="details">
      <Asked {...{ request, personal, now, timeZone }} />
      <Found {...{ request, personal, now, timeZone }} />
      {handles && request.state === 'checking' && request.checksFailedAt && <RecordChecks on={on} />}
      <Risk rating={shownRatingOf(request)} now={now} timeZone={timeZone} />
      <Related
        siblings={sight[staff.actor.role] === 'own-team' ? [] : request.siblings}
        {...{ request, linked, now, timeZone }}
      />
      {personal && <Notes notes={notes} on={on} mayAdd={handles} now={now} timeZone={timeZone} />}
    </RequestFrame>
  )
}
