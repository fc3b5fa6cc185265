import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import { Act, type ActOn } from '../act/act'
import { inputName } from '../act/act-input'
import { Panel } from '../panels/panel'

const form = 'checks'
const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]
const known = ['active', 'blocked', 'banned', 'deactivated', 'deleted']
const blocked = [
  { value: 'self_deletion', label: 'Their own deletion' },
  { value: 'abuse', label: 'Abuse' },
  { value: 'other', label: 'Something else' },
]
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What a person found where the directory couldn't be reached; it decides where the request goes, like the checks themselves. */
export function RecordChecks({ on }: { on: ActOn }) {
  const name = (path: string) => inputName(form, path)
  return (
    <Panel id="record-checks" title="Record the checks by hand">
      <Act on={on} command="record-checks" form={form} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Select name={name('emailExists!bool')} label="The email exists" empty="Choose" choices={yesNo} />
          <Select
            name={name('usernameExists!bool')}
            label="The username exists"
            empty="Choose"
            choices={yesNo}
          />
          <Select
            name={name('sameAccount!bool')}
            label="Both are on one account"
            empty="Choose"
            choices={yesNo}
          />
          <Select
            name={name('enterprise!bool')}
            label="It is an enterprise user"
            empty="Choose"
            choices={yesNo}
          />
          <TextField name={name('accountId')} label="Account id" required={false} />
          <Select
            name={name('accountState')}
            label="State of the account"
            defaultValue="active"
            choices={known.map(value => ({ value, label: capital(value) }))}
          />
          <Select name={name('blockedReason')} label="Why blocked" empty="It isn’t" choices={blocked} />
          <TextField
            name={name('privateProjects!number')}
            label="Private projects"
            inputMode="numeric"
            required={false}
          />
          <TextField
            name={name('soleOwnedGroups!number')}
            label="Groups owned alone"
            inputMode="numeric"
            required={false}
          />
          <TextField name={name('plan')} label="Plan" required={false} />
          <TextField
            name={name('subscriptionEndsOn')}
            label="Subscription ends on"
            type="date"
            required={false}
          />
          <Select name={name('twoFactor!bool')} label="Two-factor" empty="Not known" choices={yesNo} />
          <TextField name={name('createdOn')} label="Created on" type="date" required={false} />
          <TextField name={name('lastActiveOn')} label="Last active on" type="date" required={false} />
        </div>
        <TextField name={name('source')} label="Where you looked" required />
        <TextArea name={name('note')} label="Note" rows={2} required />
        <Confirm
          label="Record the checks"
          sentence="What you say here is frozen and decides where the request goes; without an account it closes at once."
        >
          <Button tone="primary">Record the checks</Button>
        </Confirm>
      </Act>
    </Panel>
  )
}
