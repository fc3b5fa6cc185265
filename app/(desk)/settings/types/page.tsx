import type { Metadata } from 'next'
import Link from 'next/link'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { typeTitle } from '@/components/request/labels/labels'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Confirm } from '@/components/ui/form/confirm'
import { TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { can } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { organisationRules } from '@/lib/store/settings/decision-rules'
import { readProposals } from '@/lib/store/settings/proposals'
import { readSetting } from '@/lib/store/settings/settings'
import { SettingsFrame } from '../settings-frame'
import { Waiting } from '../waiting'

export const metadata: Metadata = { title: 'Request types' }

const all = [...requestTypes.values()]

/** Each request type: offered or not, under four eyes or not, and how it runs. */
export default async function TypesPage() {
  const { actor } = await requireStaff('/settings/types', 'see-handbook')
  const [rules, unpublished, proposals] = await Promise.all([
    organisationRules(),
    readSetting('unpublished'),
    readProposals(actor, 'setting/four-eyes'),
  ])
  const edits = can(actor.role, 'edit-handbook')
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const open = all.filter(type => type.openedBy === 'public')
  return (
    <SettingsFrame
      role={actor.role}
      title="Request types"
      lead="How each kind of request runs, drawn from the rules themselves; and which of them the Privacy Center offers."
    >
      <Waiting keys={['four-eyes']} {...{ proposals, actor, now, timeZone }} named={typeTitle} />
      <Table
        caption="Request types"
        head={
          <>
            <Th>Type</Th>
            <Th>Opened by</Th>
            <Th>Offered</Th>
            <Th>Four eyes</Th>
            <Th>Main task</Th>
          </>
        }
      >
        {all.map(type => (
          <Tr key={type.key}>
            <Th scope="row">
              <Link
                href={`/settings/types/${type.key}`}
                prefetch={false}
                data-row-link=""
                className="link font-medium"
              >
                {type.title}
              </Link>
            </Th>
            <Td>
              {type.openedBy === 'public' ? 'The person, in the Privacy Center' : 'Staff, from a ticket'}
            </Td>
            <Td>
              {type.openedBy === 'staff' ? (
                <span className="text-ink-faint">–</span>
              ) : unpublished.includes(type.key) ? (
                <Chip icon="eye-off">Switched off</Chip>
              ) : (
                <Chip meaning="done">Offered</Chip>
              )}
            </Td>
            <Td>{rules.fourEyes.includes(type.key) ? 'On' : <span className="text-ink-faint">Off</span>}</Td>
            <Td>{type.mainTask.name}</Td>
          </Tr>
        ))}
      </Table>
      {edits && (
        <div className="mt-4 flex flex-wrap items-start gap-3">
          <SettingForm key={`offered ${unpublished}`} command="publish-types" form="offered">
            <Confirm
              label="Change what is offered"
              sentence="A type that is switched off disappears from the form at once; open requests continue."
            >
              {open.map(type => (
                <Tick
                  key={type.key}
                  name={inputName('offered', `published.${type.key}!bool`)}
                  label={type.title}
                  on={!unpublished.includes(type.key)}
                />
              ))}
              <Button tone="primary">Save</Button>
            </Confirm>
          </SettingForm>
          <SettingForm key={`eyes ${rules.fourEyes}`} command="propose-four-eyes" form="four-eyes">
            <Confirm
              label="Propose another choice of four eyes"
              sentence="Where it is on, nobody both validates and carries out for the same request. A second Privacy person applies the change."
            >
              {all.map(type => (
                <Tick
                  key={type.key}
                  name={inputName('four-eyes', `value.${type.key}!bool`)}
                  label={type.title}
                  on={rules.fourEyes.includes(type.key)}
                />
              ))}
              <TextField name={inputName('four-eyes', 'note')} label="Why it changes" required />
              <Button tone="primary">Propose</Button>
            </Confirm>
          </SettingForm>
        </div>
      )}
    </SettingsFrame>
  )
}

const Tick = ({ name, label, on }: { name: string; label: string; on: boolean }) => (
  <label className="flex min-h-control items-center gap-2">
    <input type="checkbox" name={name} value="true" defaultChecked={on} className="size-4" />
    {label}
  </label>
)
