import type { Metadata } from 'next'
import { LawPreview } from '@/components/desk/law-preview'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import { systemClock } from '@/lib/clock'
import { lawName } from '@/lib/core/deadlines/law-basis'
import { composedName, shortestKnown } from '@/lib/core/deadlines/law-for'
import { lawsNow } from '@/lib/core/deadlines/law-versions'
import { laws } from '@/lib/core/deadlines/laws/index'
import { placeName } from '@/lib/core/deadlines/region-names'
import { can } from '@/lib/core/people/permissions'
import { settingSubject } from '@/lib/core/settings/proposal'
import { previewDefault } from '@/lib/door/handbook/law-preview'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { organisationRules } from '@/lib/store/settings/decision-rules'
import { readProposals } from '@/lib/store/settings/proposals'
import { SettingsFrame } from '../settings-frame'
import { Waiting } from '../waiting'
import { LawTable } from './law-table'

export const metadata: Metadata = { title: 'Laws' }

/** The laws' clocks with their sources, the law for jurisdictions that we don't know, and the embargo list. */
export default async function LawsPage() {
  const { actor } = await requireStaff('/settings/laws', 'see-handbook')
  const [rules, proposals] = await Promise.all([organisationRules(), readProposals(actor, 'setting/')])
  const edits = can(actor.role, 'edit-handbook')
  const shown = { proposals, actor, now: systemClock.now(), timeZone: env().orgTimeZone }
  const waiting = proposals.find(proposal => proposal.subject === settingSubject('default-law'))
  const preview = waiting ? await previewDefault(actor, String(waiting.value)) : null
  return (
    <SettingsFrame
      role={actor.role}
      title="Laws"
      lead="When an answer is due, by where the person lives. This is no legal advice; beside each rule it says how sure we are of it."
    >
      <Waiting keys={['default-law']} named={lawName} {...shown}>
        {preview && <LawPreview {...preview} now={shown.now} timeZone={shown.timeZone} />}
      </Waiting>
      <Waiting keys={['embargoed']} named={code => `${placeName(code)} (${code})`} {...shown} />
      <section aria-labelledby="default-law" className="mb-6">
        <h2 id="default-law" className="mb-1 text-lg">
          Default law
        </h2>
        <p className="mb-2 max-w-measure">
          Where the country isn’t known or has no law here: <strong>{lawName(rules.defaultLaw)}</strong>. A
          request keeps the law that it was received under.
        </p>
        {edits && (
          <SettingForm command="propose-default-law" form="default-law">
            <Confirm
              label="Propose another"
              sentence="A second Privacy person applies it; until then nothing changes."
            >
              <Select
                name={inputName('default-law', 'value')}
                label="Law"
                defaultValue={rules.defaultLaw}
                choices={[
                  { value: shortestKnown, label: composedName(shortestKnown) ?? shortestKnown },
                  ...laws.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
              <TextField name={inputName('default-law', 'note')} label="Why it changes" required />
              <div className="flex flex-wrap gap-2">
                <Button name="ahead" value="true">
                  See what changes
                </Button>
                <Button tone="primary">Propose</Button>
              </div>
            </Confirm>
          </SettingForm>
        )}
      </section>
      <section aria-labelledby="embargo" className="mb-6">
        <h2 id="embargo" className="mb-1 text-lg">
          Embargoed for exports
        </h2>
        <p className="mb-2 max-w-measure">
          {rules.embargoed.length > 0
            ? rules.embargoed.map(code => `${placeName(code)} (${code})`).join(', ')
            : 'No country or region.'}
        </p>
        {edits && (
          <SettingForm command="propose-embargo" form="embargo">
            <Confirm
              label="Propose another"
              sentence="A second Privacy person applies it; until then nothing changes."
            >
              <TextArea
                name={inputName('embargo', 'value')}
                label="Countries and regions"
                hint="ISO codes with spaces between: CU, UA-43."
                defaultValue={rules.embargoed.join(' ')}
                rows={3}
              />
              <TextField name={inputName('embargo', 'note')} label="Why it changes" required />
              <Button tone="primary">Propose</Button>
            </Confirm>
          </SettingForm>
        )}
      </section>
      <h2 className="mb-1 text-lg">Clocks</h2>
      <p className="mb-2 max-w-measure">
        Choose a law to see where its numbers come from, or to set others in their place.
      </p>
      <LawTable laws={lawsNow(rules.lawVersions)} />
    </SettingsFrame>
  )
}
