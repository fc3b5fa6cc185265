import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LawPreview } from '@/components/desk/law-preview'
import { Proposal } from '@/components/desk/proposal'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { confidenceWords } from '@/components/request/labels/confidence'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Confirm } from '@/components/ui/form/confirm'
import { TextField } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { systemClock } from '@/lib/clock'
import { appealName } from '@/lib/core/deadlines/appeal'
import { dayInWords, parseDay } from '@/lib/core/deadlines/days'
import type { Clock, Law } from '@/lib/core/deadlines/law'
import { clockWords, pauseWords, rollWords, spanWords } from '@/lib/core/deadlines/law-labels'
import { clocksSchema, lawsNow } from '@/lib/core/deadlines/law-versions'
import { laws } from '@/lib/core/deadlines/laws/index'
import { can } from '@/lib/core/people/permissions'
import { lawSubject } from '@/lib/core/settings/proposal'
import { previewClocks } from '@/lib/door/handbook/law-preview'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listLawVersions } from '@/lib/store/settings/law-versions'
import { readProposals } from '@/lib/store/settings/proposals'
import { SettingsFrame } from '../../settings-frame'
import { ClockForm } from './clock-form'
import { LawVersions } from './law-versions'

type Params = Promise<{ id: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { id } = await params
  return { title: laws.find(law => law.id === id)?.name ?? 'Law' }
}

/** One law: what holds now, what the law's own entry says and how we know, and other clocks in their place. */
export default async function LawPage({ params }: { params: Params }) {
  const { id } = await params
  const { actor } = await requireStaff(`/settings/laws/${id}`, 'see-handbook')
  const own = laws.find(law => law.id === id)
  if (!own) notFound()
  const subject = lawSubject(id)
  const [versions, proposals] = await Promise.all([listLawVersions(actor, id), readProposals(actor, subject)])
  const law = lawsNow(versions).find(current => current.id === id) ?? own
  const proposal = proposals.find(proposal => proposal.subject === subject)
  const edits = can(actor.role, 'edit-handbook')
  const preview = proposal ? await previewClocks(actor, id, clocksIn(proposal.value)) : null
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame
      role={actor.role}
      title={law.name}
      part="Laws"
      lead={`Holds in ${law.regions.join(', ')}. This is no legal advice.`}
    >
      {proposal && (
        <Proposal {...proposal} title="Other clocks" now={now} timeZone={timeZone}>
          <Proposed value={proposal.value} law={own} />
          {preview && <LawPreview {...preview} now={now} timeZone={timeZone} />}
        </Proposal>
      )}
      {law.override && <Overridden law={law} override={law.override} edits={edits && !proposal} />}
      <Entry law={own} holds={!law.override} />
      {edits && !proposal && (
        <section aria-labelledby="other" className="mt-6">
          <h2 id="other" className="mb-1 text-lg">
            Set other clocks
          </h2>
          <p className="mb-3 max-w-measure">
            A second Privacy person applies it. It counts for requests that come in after that; the others
            keep the version that they were counted with.
          </p>
          <ClockForm key={law.override?.version ?? 0} law={law} />
        </section>
      )}
      <LawVersions versions={versions} law={own} now={now} timeZone={timeZone} />
    </SettingsFrame>
  )
}

const Clocks = ({ clocks }: { clocks: readonly Clock[] }) => (
  <ul className="flex flex-col gap-0.5">
    {clocks.map(clock => (
      <li key={clock.actions.join()} className="first-letter:uppercase">
        {clockWords(clock)}
      </li>
    ))}
  </ul>
)

const clocksIn = (value: unknown): unknown =>
  typeof value === 'object' && value && 'clocks' in value ? value.clocks : undefined

function Proposed({ value, law }: { value: unknown; law: Law }) {
  const parsed = clocksSchema.safeParse(clocksIn(value))
  if (!parsed.success) return <p>It no longer fits and can’t be applied.</p>
  return (
    <>
      {!parsed.data && <p>Back to the law’s own entry:</p>}
      <Clocks clocks={parsed.data ?? law.clocks} />
    </>
  )
}

function Overridden({
  law,
  override: { version, note },
  edits,
}: {
  law: Law
  override: NonNullable<Law['override']>
  edits: boolean
}) {
  const form = 'back'
  return (
    <section aria-labelledby="set" className="mb-6">
      <h2 id="set" className="mb-2 text-lg">
        Set by Privacy
      </h2>
      <Notice kind="warning" title={`Version ${version} holds in place of the law’s entry`}>
        <Clocks clocks={law.clocks} />
        <p className="mt-1 text-ink-soft">
          Why: <bdi>{note}</bdi>
        </p>
      </Notice>
      {edits && (
        <SettingForm command="propose-law-clocks" form={form} preset={{ law: law.id }} className="mt-3">
          <Confirm
            label="Propose to go back to the law’s entry"
            sentence="A second Privacy person applies it. Requests that were counted before keep their version."
          >
            <TextField name={inputName(form, 'note')} label="Why it changes" required />
            <Button tone="primary">Propose</Button>
          </Confirm>
        </SettingForm>
      )}
    </section>
  )
}

function Entry({ law, holds }: { law: Law; holds: boolean }) {
  const { effectiveFrom, effectiveTo, appeal, complaint, court, sources, checkedOn } = law
  return (
    <section aria-labelledby="entry">
      <h2 id="entry" className="mb-2 flex flex-wrap items-center gap-3 text-lg">
        The law’s entry {!holds && <Chip>Not in use</Chip>}
      </h2>
      <div className="max-w-measure">
        <Clocks clocks={law.clocks} />
        <ul className="mt-2 flex flex-col gap-0.5 text-ink-soft">
          <li>
            {rollWords(law)}. {pauseWords(law)}.
          </li>
          {effectiveFrom && <li>In force from {dayInWords(parseDay(effectiveFrom))}.</li>}
          {effectiveTo && <li>In force until {dayInWords(parseDay(effectiveTo))}.</li>}
          {appeal && (
            <li>
              <span className="capitalize">{appealName[appeal.kind]}</span> to us: answered within{' '}
              {spanWords(appeal.respond)}
              {appeal.effectiveFrom && `, since ${dayInWords(parseDay(appeal.effectiveFrom))}`}.
              {appeal.about && ` ${appeal.about}.`}
            </li>
          )}
          <li>Complaint: {complaint}.</li>
          {court && <li>Court: {court.text}.</li>}
        </ul>
        <h3 className="mt-3 mb-1 font-semibold">How we know</h3>
        <ul className="flex flex-col gap-1">
          {sources.map(({ text, confidence }) => (
            <li key={text}>
              <Chip meaning={confidence === 'recalled' ? 'soon' : 'neutral'}>
                {confidenceWords[confidence]}
              </Chip>{' '}
              {text}
            </li>
          ))}
          <li className="text-ink-soft">Checked on {dayInWords(parseDay(checkedOn))}.</li>
        </ul>
      </div>
    </section>
  )
}
