import type { Metadata } from 'next'
import { Proposal } from '@/components/desk/proposal'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import { systemClock } from '@/lib/clock'
import { calendarName, closedDaysOf } from '@/lib/core/deadlines/closed-days'
import { dayInWords, dayOf } from '@/lib/core/deadlines/days'
import { can } from '@/lib/core/people/permissions'
import { countryChoices } from '@/lib/core/request/countries'
import { type OfficeCalendar, officeCalendar } from '@/lib/core/request/office-calendar'
import { settingSubject } from '@/lib/core/settings/proposal'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { holidaysOf } from '@/lib/holidays'
import { readProposals } from '@/lib/store/settings/proposals'
import { readSetting } from '@/lib/store/settings/settings'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Office calendar' }

/** On which days the organisation's offices are closed; deadlines that end on one move, where the law says so. */
export default async function CalendarPage() {
  const { actor } = await requireStaff('/settings/calendar', 'see-handbook')
  const [calendar, proposals] = await Promise.all([
    readSetting('office-calendar'),
    readProposals(actor, settingSubject('office-calendar')),
  ])
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const [proposal] = proposals
  const proposed = proposal && officeCalendar.safeParse(proposal.value).data
  const today = dayOf(now, timeZone)
  return (
    <SettingsFrame
      role={actor.role}
      title="Office calendar"
      lead="Where a law moves a deadline past closed days, or counts working days, these days count: those of the offices that answer, not of the country in which the person lives."
    >
      {proposal && (
        <Proposal {...proposal} title="Another office calendar" now={now} timeZone={timeZone}>
          {proposed ? (
            <Shown calendar={proposed} today={today} />
          ) : (
            <p>It no longer fits and can’t be applied.</p>
          )}
        </Proposal>
      )}
      <section aria-labelledby="calendar" className="mb-6">
        <h2 id="calendar" className="mb-1 text-lg">
          Closed days
        </h2>
        <Shown calendar={calendar} today={today} />
        <p className="mt-2 max-w-measure text-ink-soft">
          A request keeps the calendar with which it was received. A change counts for new requests.
        </p>
      </section>
      {can(actor.role, 'edit-handbook') && !proposal && <ProposeForm calendar={calendar} />}
    </SettingsFrame>
  )
}

interface ShownProps {
  calendar: OfficeCalendar
  today: ReturnType<typeof dayOf>
}

/** A calendar with the days on which it is closed within a year from today. */
function Shown({ calendar, today }: ShownProps) {
  const { on } = closedDaysOf(calendar, holidaysOf)
  const days = Array.from({ length: 366 }, (_, at) => today.add({ days: at }))
  const closed = days.flatMap(day => {
    const name = on(day)
    return name === null ? [] : [{ day, name }]
  })
  return (
    <>
      <p className="max-w-measure">
        {calendar.country
          ? `Saturdays, Sundays, and the public holidays of ${calendarName(calendar)}${calendar.region ? '' : ', where all its parts have them'}.`
          : 'Saturdays and Sundays; no public holidays, so that no deadline is counted too late.'}
      </p>
      {closed.length > 0 && (
        <ul className="mt-2 flex max-w-measure flex-col gap-1">
          {closed.map(({ day, name }) => (
            <li key={day.toString()}>
              {dayInWords(day)}: <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ProposeForm({ calendar: { country, region, closed } }: { calendar: OfficeCalendar }) {
  const form = 'calendar'
  return (
    <SettingForm command="propose-office-calendar" form={form}>
      <Confirm
        label="Propose another"
        sentence="A second Privacy person applies it; until then nothing changes."
      >
        <Select
          name={inputName(form, 'country')}
          label="Country whose public holidays you keep"
          empty="None, only weekends"
          defaultValue={country ?? ''}
          choices={countryChoices('en')}
        />
        <TextField
          name={inputName(form, 'region')}
          label="Part of the country, as its ISO 3166-2 code"
          hint="Such as GB-ENG or DE-BE. Without one, only the holidays count that all parts have."
          defaultValue={region ?? ''}
        />
        <TextArea
          name={inputName(form, 'closed')}
          label="Other days on which you are closed"
          hint="One on each line: 2026-12-24 Christmas Eve"
          defaultValue={closed.map(({ day, name }) => `${day} ${name}`).join('\n')}
          rows={4}
        />
        <TextField name={inputName(form, 'note')} label="Why it changes" required />
        <Button tone="primary">Propose</Button>
      </Confirm>
    </SettingForm>
  )
}
