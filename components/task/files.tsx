import { inputName } from '@/components/request/form/act-input'
import { CommandForm, type CommandTarget } from '@/components/request/form/command-form'
import { KeptText } from '@/components/request/form/kept-text'
import { FileList } from '@/components/request/panels/file-list'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { TextArea } from '@/components/ui/form/text-field'
import type { TaskPlan } from '@/lib/core/handbook/tasks/plan'
import { DownloadForm } from './download-form'
import type { TaskCardProps } from './task-card-props'

/** The files of a task: what is there, and a form for one more. A filled sheet or an export lives here and nowhere else. */
export function TaskFiles({
  on,
  task,
  plan,
  files,
  may,
  confirmFile,
  now,
  timeZone,
}: TaskCardProps & { plan: TaskPlan | undefined }) {
  const adds = task.state === 'open' && task.team !== 'system' && may.work
  const handsOver = Boolean(plan?.handsOver)
  if (files.length === 0 && !(adds && handsOver)) return null
  return (
    <section aria-labelledby={`files-${task.id}`} className="mt-4 flex flex-col items-start gap-3">
      <div className="w-full">
        <h4 id={`files-${task.id}`} className="mb-1 font-semibold">
          Files
        </h4>
        <FileList
          files={files}
          empty="Nothing is uploaded yet; “Complete” needs a file."
          now={now}
          timeZone={timeZone}
          {...(adds && { act: file => <Remove on={on} file={file.id} needsNote={may.needsNote} /> })}
        />
      </div>
      {plan?.blankSheet && adds && (
        <DownloadForm
          action={`/tasks/sheets/${plan.key}`}
          fixed={{ task: task.id, press: crypto.randomUUID() }}
          name={plan.blankSheet.name}
        >
          Download a blank sheet
        </DownloadForm>
      )}
      {adds && (
        <form
          action={`/requests/${on.reference}/files`}
          method="post"
          encType="multipart/form-data"
          className="flex w-full flex-col items-start gap-3"
        >
          <input type="hidden" name="task" value={task.id} />
          <input type="hidden" name="press" value={crypto.randomUUID()} />
          <KeptText form={`upload-${task.key}`} />
          {may.needsNote && (
            <div className="w-full">
              <TextArea
                name={`note-${task.key}`}
                label="Note"
                hint="Say why Privacy does another team’s task."
                rows={2}
                required
              />
            </div>
          )}
          <label className="flex max-w-full min-w-0 flex-col gap-1.5">
            <span className="font-semibold">{handsOver ? 'File for the person' : 'File'}</span>
            <span className="text-sm text-ink-soft">
              {handsOver ? 'Up to 2,000 MB' : 'Up to 25 MB'}: documents, sheets, pictures, text or archives.
            </span>
            <input type="file" name="file" required className="w-full min-w-0" />
          </label>
          {handsOver && confirmFile && (
            <label className="flex items-start gap-2">
              <input type="checkbox" name="confirm" value="true" required className="mt-1" />
              <span>I have checked that this file belongs to this person</span>
            </label>
          )}
          <Button icon="upload">Upload</Button>
        </form>
      )}
    </section>
  )
}

/** Takes a file off the task again, e.g. one that belongs to somebody else. */
function Remove({ on, file, needsNote }: { on: CommandTarget; file: string; needsNote: boolean }) {
  const form = `remove-${file}`
  return (
    <CommandForm on={on} command="remove-file" form={form} preset={{ file }}>
      <Confirm label="Remove" sentence="The file is gone for good; it can be uploaded again.">
        {needsNote && (
          <TextArea
            name={inputName(form, 'note')}
            label="Note"
            hint="Say why Privacy does another team’s task."
            rows={2}
            required
          />
        )}
        <Button tone="danger">Remove the file</Button>
      </Confirm>
    </CommandForm>
  )
}
