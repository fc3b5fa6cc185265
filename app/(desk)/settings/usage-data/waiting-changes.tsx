import { SettingForm } from '@/components/desk/setting-form'
import { ChangeText } from '@/components/public/change-kind'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { TextArea, TextField } from '@/components/ui/form/text-field'
import type { Waiting } from '@/lib/door/usage/announce'

const form = 'announce'
const kinds = { new: 'New', changed: 'Changed', removed: 'Ended' } as const

interface WaitingProps {
  waiting: readonly Waiting[]
  mayAnnounce: boolean
}

/** What this version of Habeas would collect and people weren't told of, and the announcement of it. */
export function WaitingChanges({ waiting, mayAnnounce }: WaitingProps) {
  if (waiting.length === 0)
    return (
      <EmptyState icon="circle-check" title="Nothing waits to be announced">
        People were told of everything that this version collects.
      </EmptyState>
    )
  const list = waiting.map(({ name, subject, kind, shown, words }, at) => (
    <li key={subject} className="border-b border-line py-3">
      <div className="flex items-start gap-3">
        {mayAnnounce && (
          <input
            type="checkbox"
            id={`announce-${at}`}
            name={inputName(form, `subjects.${at}`)}
            value={shown}
            defaultChecked
            className="mt-[0.2em] size-[1.25em] shrink-0"
          />
        )}
        <label htmlFor={`announce-${at}`} className="min-w-0 break-words">
          <Chip>{kinds[kind]}</Chip> <strong className="font-semibold">{name}</strong>
        </label>
      </div>
      <div className={mayAnnounce ? 'ps-8' : ''}>
        <ChangeText text={words.map(word => `- ${word}`).join('\n')} />
      </div>
    </li>
  ))
  if (!mayAnnounce)
    return (
      <>
        <p className="mb-2">A Privacy person announces these; until then nothing of it is collected.</p>
        <ul className="max-w-measure border-t border-line">{list}</ul>
      </>
    )
  const [first] = waiting
  const title =
    waiting.length === 1 && first
      ? `${kinds[first.kind]}: ${first.name}`
      : `${waiting.length} changes to what we collect`
  return (
    <SettingForm
      command="announce-usage"
      form={form}
      className="flex max-w-measure flex-col items-stretch gap-4"
    >
      <ul className="border-t border-line">{list}</ul>
      <TextField name={inputName(form, 'title')} label="Title" defaultValue={title} required />
      <TextArea
        name={inputName(form, 'text')}
        label="What changes, and why"
        hint="For everybody. What is listed above is added automatically."
        defaultValue="From today we collect this, to "
        rows={3}
        required
      />
      <p>
        <Button tone="primary" icon="megaphone">
          Announce and start collecting
        </Button>
      </p>
    </SettingForm>
  )
}
