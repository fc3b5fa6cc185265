import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { TextArea } from '@/components/ui/form/text-field'
import { inputName } from '../form/act-input'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { Panel } from './panel'

export interface ShownNote {
  id: string
  author: string
  text: string
  at: Date
}

interface NotesProps {
  notes: readonly ShownNote[]
  on: CommandTarget
  mayAdd: boolean
  now: Date
  timeZone: string
}

/** What staff wrote down among themselves; never leaves the desk. */
export function Notes({ notes, on, mayAdd, now, timeZone }: NotesProps) {
  return (
    <Panel id="notes" title="Notes" aside="Seen by staff only">
      {notes.length === 0 ? (
        <EmptyState icon="sticky-note" title="No notes yet">
          What colleagues should know about this request goes here.
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2">
          {notes.map(note => (
            <li key={note.id} className="rounded-md border border-line bg-surface px-3 py-2">
              <p className="text-sm text-ink-soft">
                <bdi>{note.author}</bdi>, <DateText at={note.at} now={now} timeZone={timeZone} />
              </p>
              <p className="max-w-measure break-words whitespace-pre-line">
                <bdi>{note.text}</bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <CommandForm
          on={on}
          command="add-note"
          form="note"
          className="mt-3 flex max-w-xl flex-col items-start gap-2"
        >
          <div className="w-full">
            <TextArea name={inputName('note', 'text')} label="New note" rows={2} required />
          </div>
          <Button icon="sticky-note">Add a note</Button>
        </CommandForm>
      )}
    </Panel>
  )
}
