import type { Metadata } from 'next'
import { type Query, single } from '@/app/query'
import { Authority } from '@/components/request/panels/authority'
import { ChecksPanel } from '@/components/request/panels/checks-panel'
import { correctingPlace } from '@/components/request/panels/correct-place'
import { Escalations } from '@/components/request/panels/escalations'
import { Notes } from '@/components/request/panels/notes'
import { OwnerPermission } from '@/components/request/panels/owner-permission'
import { Related } from '@/components/request/panels/related'
import { Risk } from '@/components/request/panels/risk'
import { Unanswered } from '@/components/request/panels/unanswered'
import { RecordChecks } from '@/components/request/step/record-checks'
import { SubmissionPanel } from '@/components/request/step/submission-panel'
import { dayWords } from '@/components/ui/date-labels'
import { shownRatingOf } from '@/lib/core/derived/authority-given'
import { typeOf } from '@/lib/core/handbook/request-types/type-of'
import { escalationIssue } from '@/lib/core/machine/escalations/escalation-issue'
import { mayRun, sight, supportAndPrivacy } from '@/lib/core/people/permissions'
import { authorityOf, permissionOf } from '@/lib/core/request/current'
import { accountsAreIn } from '@/lib/core/systems/connected'
import { env } from '@/lib/env'
import { readMessages } from '@/lib/store/mail/conversation'
import { sameProofs } from '@/lib/store/request/files'
import { readLinked } from '@/lib/store/request/links'
import { readUnanswered } from '@/lib/store/request/ticket-answers'
import { readNames } from '@/lib/store/staff/staff'
import { openRequest, RequestFrame, type RequestParams } from '../request-frame'
import { shownFiles } from '../shown-files'
import { AppealsOf } from './appeals-of'
import { DeadlineOf } from './deadline-of'
import { FollowUpOf } from './follow-up-of'
import { PlaceOf } from './place-of'

export async function generateMetadata({ params }: { params: RequestParams }): Promise<Metadata> {
  return { title: `${(await params).reference}: details` }
}

/** What was asked, what is known about it, how risky it is, when it is due, and what belongs to it. */
export default async function DetailsPage({
  params,
  searchParams,
}: {
  params: RequestParams
  searchParams: Query
}) {
  const opened = await openRequest(params, 'details')
  const { staff, request, personal, context, systemNames } = opened
  const { now, timeZone } = context
  const on = { reference: request.reference, version: request.version }
  const handles = mayRun(staff.actor, supportAndPrivacy)
  const correct = single((await searchParams).correct)
  const type = typeOf(request)
  const authority = authorityOf(request)
  const permission = permissionOf(request)
  const people = [
    authority?.decidedById,
    ...request.escalations.flatMap(escalation => [escalation.askedById, escalation.answeredById]),
  ].filter(id => typeof id === 'string')
  const [messages, linked, names, unanswered, seenBefore] = await Promise.all([
    readMessages(staff.actor, request.id),
    readLinked(staff.actor, request.id),
    readNames(staff.actor, people),
    readUnanswered(staff.actor, request.id),
    authority ? sameProofs(staff.actor, request.id) : [],
  ])
  const notes = messages
    .filter(message => message.direction === 'note')
    .map(({ id, sender, body, at }) => ({ id, author: sender, text: body, at }))
  const link = `${env().appUrl}/requests/${request.reference}/details`
  const shown = { now, timeZone }
  return (
    <RequestFrame opened={opened} tab="details" toldThere={correctingPlace}>
      <Unanswered tickets={unanswered} />
      <SubmissionPanel {...{ request, personal, now, timeZone }} />
      {handles && <PlaceOf opened={opened} correcting={correct === 'place'} />}
      {handles && (
        <Escalations
          on={on}
          escalations={request.escalations}
          names={names}
          issueOf={escalation =>
            escalationIssue(request, escalation, { link, day: at => dayWords(at, timeZone) }).text
          }
          {...shown}
        />
      )}
      {handles && permission && <OwnerPermission permission={permission} {...shown} />}
      {handles && authority && (
        <Authority
          authority={authority}
          proofs={
            staff.actor.role === 'privacy'
              ? shownFiles(staff.actor, request).filter(file => file.purpose === 'proof')
              : null
          }
          seenBefore={seenBefore}
          decidedBy={(authority.decidedById && names.get(authority.decidedById)) || null}
          {...shown}
        />
      )}
      {type.looksUp && (
        <ChecksPanel
          {...{ request, personal, systemNames, now, timeZone }}
          askedIn={accountsAreIn(context.systems)}
        />
      )}
      {handles && request.state === 'checking' && request.checksFailedAt && <RecordChecks on={on} />}
      {type.rated && (
        <Risk
          rating={shownRatingOf(request)}
          hidden={authority !== null && authority.result !== 'valid'}
          {...shown}
        />
      )}
      <AppealsOf opened={opened} />
      <DeadlineOf opened={opened} />
      <Related
        related={sight[staff.actor.role] === 'own-team' ? [] : request.related}
        {...{ request, linked, now, timeZone }}
      />
      <FollowUpOf opened={opened} />
      {personal && <Notes notes={notes} on={on} mayAdd={handles} {...shown} />}
    </RequestFrame>
  )
}
