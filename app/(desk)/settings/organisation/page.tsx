import type { Metadata } from 'next'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { TextArea, TextField } from '@/components/ui/form/text-field'
import { SummaryList } from '@/components/ui/summary-list'
import { workLinkKeys, workLinks } from '@/lib/core/handbook/work-links'
import { can } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { readSetting } from '@/lib/store/settings/settings'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Organisation' }

const form = 'organisation'
const linksForm = 'work-links'
const labels = {
  organisation: 'Name of the organisation',
  'cancel-subscription-help': 'How to end a subscription earlier, as a sentence',
  'complaint-authority': 'Who hears complaints, as the end of “you can complain to …”',
  'export-steps-link': 'Link to the steps for exporting projects',
  'usual-countries': 'Countries that forms offer first',
  'escalation-scenarios': 'Usual questions to Privacy',
} as const

/** The organisation's own words, as messages use them. */
export default async function OrganisationPage() {
  const { actor } = await requireStaff('/settings/organisation', 'see-handbook')
  const values = {
    organisation: await readSetting('organisation'),
    'cancel-subscription-help': await readSetting('cancel-subscription-help'),
    'complaint-authority': await readSetting('complaint-authority'),
    'export-steps-link': await readSetting('export-steps-link'),
    'usual-countries': (await readSetting('usual-countries')).join(' '),
    'escalation-scenarios': (await readSetting('escalation-scenarios')).join('\n'),
  }
  const links = await readSetting('work-links')
  const field = (key: keyof typeof labels) => ({
    name: inputName(form, key),
    label: labels[key],
    defaultValue: values[key],
  })
  return (
    <SettingsFrame
      role={actor.role}
      title="Organisation"
      lead="The words that messages use for the organisation. What was sent stays as it was sent."
    >
      {can(actor.role, 'edit-handbook') ? (
        <SettingForm
          key={JSON.stringify(values)}
          command="change-organisation"
          form={form}
          className="flex flex-col items-start gap-4"
        >
          <TextField {...field('organisation')} />
          <TextArea {...field('cancel-subscription-help')} rows={2} />
          <TextField {...field('complaint-authority')} />
          <TextField {...field('export-steps-link')} type="url" />
          <TextField {...field('usual-countries')} hint="Two letters each, with spaces between: US GB DE." />
          <TextArea
            {...field('escalation-scenarios')}
            hint="One a line. They are offered as the reason where somebody escalates."
            rows={6}
          />
          <Button tone="primary">Save</Button>
        </SettingForm>
      ) : (
        <SummaryList
          rows={Object.entries(values).map(([key, value]) => ({
            label: key in labels ? (Object.entries(labels).find(([name]) => name === key)?.[1] ?? key) : key,
            value,
          }))}
        />
      )}
      <h2 className="mt-8 mb-1 text-xl">Links for tasks</h2>
      <p className="mb-4 max-w-measure text-ink-soft">
        Steps lead to these pages. Leave a link empty where there is none. Never put anything about a person
        into one.
      </p>
      {can(actor.role, 'edit-handbook') ? (
        <SettingForm
          key={JSON.stringify(links)}
          command="change-work-links"
          form={linksForm}
          className="flex flex-col items-start gap-4"
        >
          {workLinkKeys.map(key => (
            <TextField
              key={key}
              name={inputName(linksForm, key)}
              label={workLinks[key]}
              type="url"
              defaultValue={links[key] ?? ''}
            />
          ))}
          <Button tone="primary">Save the links</Button>
        </SettingForm>
      ) : (
        <SummaryList rows={workLinkKeys.map(key => ({ label: workLinks[key], value: links[key] ?? null }))} />
      )}
    </SettingsFrame>
  )
}
