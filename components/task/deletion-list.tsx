import { inputName } from '@/components/request/form/act-input'
import { CommandForm } from '@/components/request/form/command-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { TextArea } from '@/components/ui/form/text-field'
import type { TaskPlan } from '@/lib/core/handbook/tasks/plan'
import type { TaskCardProps } from './task-card-props'

/** The deletion list's version that this task is done with, and the one press that says it is uploaded, for every request in it. */
export function DeletionList({
  on,
  task,
  may,
  listVersion,
  plan,
}: TaskCardProps & { plan: TaskPlan | undefined }) {
  const listing = plan?.steps.find(step => step.listsAddresses)
  const upload = plan?.steps.find(step => step.uploadsList)
  if (!listing || !upload) return null
  const isDone = (key: string) => task.steps.some(step => step.key === key && step.doneAt !== null)
  const uploadable = listVersion > 0 && isDone(listing.key) && !isDone(upload.key)
  const form = `list-${task.key}`
  const uploaded = (
    <Button tone="primary" icon="check">
      {`Version ${listVersion} is in the GDPR folder`}
    </Button>
  )
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      <ButtonLink
        href={`/tasks/deletion-list${listVersion > 0 ? `?version=${listVersion}` : ''}`}
        icon="download"
        download
      >
        {listVersion > 0 ? `Download version ${listVersion} of the .csv` : 'Download the .csv'}
      </ButtonLink>
      {uploadable && (
        <CommandForm on={on} command="record-list-upload" form={form} preset={{ list: String(listVersion) }}>
          {may.needsNote ? (
            <Confirm
              label={`Version ${listVersion} is uploaded`}
              sentence="That ticks the step on every request in this version."
            >
              <TextArea name={inputName(form, 'note')} label="Why Privacy does it" rows={2} required />
              {uploaded}
            </Confirm>
          ) : (
            <>
              {uploaded}
              <p className="mt-1 text-sm text-ink-soft">
                This ticks the step on every request in this version.
              </p>
            </>
          )}
        </CommandForm>
      )}
    </div>
  )
}
