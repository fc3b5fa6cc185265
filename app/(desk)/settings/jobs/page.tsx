import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { sentence } from '@/components/request/labels/labels'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { staffMails } from '@/emails/index'
import { systemClock } from '@/lib/clock'
import { logDenied } from '@/lib/door/staff/denied'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { parkedTries } from '@/lib/store/database/due-tries'
import { type ParkedJob, parkedJobs } from '@/lib/store/database/jobs'
import { strayMail } from '@/lib/store/mail/stray-mail'
import { partsFor, SettingsFrame } from '../settings-frame'
import { DueTable } from './due-table'
import { StrayTable } from './stray-table'

export const metadata: Metadata = { title: 'Parked jobs' }

/** Work of the system that used its attempts up. */
export default async function JobsPage() {
  const { actor } = await requireStaff('/settings/jobs')
  if (!partsFor(actor.role).some(part => part.href === '/settings/jobs')) {
    logDenied(actor, '/settings/jobs')
    notFound()
  }
  const [jobs, tries, mails] = await Promise.all([
    parkedJobs(actor),
    parkedTries(actor),
    strayMail(
      actor,
      staffMails.map(({ key }) => key),
    ),
  ])
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame
      role={actor.role}
      title="Parked jobs"
      lead="Each failed too often. Find the cause in the log by its number, then try again. What is due is also tried again every six hours."
    >
      {jobs.length === 0 && tries.length === 0 && mails.length === 0 && (
        <EmptyState icon="server" title="Nothing is parked">
          Look-ups, mails, timers and erasures that keep failing would be here.
        </EmptyState>
      )}
      {jobs.length > 0 && <JobTable jobs={jobs} now={now} timeZone={timeZone} />}
      {tries.length > 0 && <DueTable tries={tries} now={now} timeZone={timeZone} />}
      {mails.length > 0 && <StrayTable mails={mails} now={now} timeZone={timeZone} />}
    </SettingsFrame>
  )
}

function JobTable({ jobs, now, timeZone }: { jobs: ParkedJob[]; now: Date; timeZone: string }) {
  return (
    <Table
      caption="Parked jobs"
      head={
        <>
          <Th>Work</Th>
          <Th>Tried</Th>
          <Th>Failed with</Th>
          <Th>Number in the log</Th>
          <Th>Since</Th>
          <Th>
            <span className="sr-only">Acts</span>
          </Th>
        </>
      }
    >
      {jobs.map(job => (
        <Tr key={job.id}>
          <Th scope="row">{sentence(job.name)}</Th>
          <Td numeric>{job.attempts}</Td>
          <Td>{job.lastErrorKind}</Td>
          <Td className="tabular-nums select-all">{job.reference ?? '–'}</Td>
          <Td>
            <DateText at={job.since} now={now} timeZone={timeZone} />
          </Td>
          <Td>
            <SettingForm command="retry-job" form={`retry-${job.id}`} preset={{ id: job.id }}>
              <Button icon="refresh-cw">Try again</Button>
            </SettingForm>
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
