import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { fieldsOf, sentenceBefore } from '@/lib/core/advice/form-fields'
import { recordChecks } from '@/lib/core/commands/request/record-checks'
import { CommandField } from '../form/command-field'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { Panel } from '../panels/panel'

const form = 'checks'
/** Where what was found comes from; below the rest, as it is about all of it. */
const evidence: readonly string[] = ['source', 'note']

/** What a person found where the directory couldn't be reached; it decides where the request goes, like the checks themselves. */
export function RecordChecks({ on }: { on: CommandTarget }) {
  const shown = fieldsOf(recordChecks).map(field => ({
    isEvidence: evidence.includes(field.name),
    element: <CommandField key={field.name} field={field} form={form} />,
  }))
  return (
    <Panel id="record-checks" title={recordChecks.label}>
      <CommandForm on={on} command={recordChecks.name} form={form} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          {shown.filter(({ isEvidence }) => !isEvidence).map(({ element }) => element)}
        </div>
        {shown.filter(({ isEvidence }) => isEvidence).map(({ element }) => element)}
        <Confirm label="Record the checks" sentence={sentenceBefore(recordChecks)}>
          <Button tone="primary">Record the checks</Button>
        </Confirm>
      </CommandForm>
    </Panel>
  )
}
