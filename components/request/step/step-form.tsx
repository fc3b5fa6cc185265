import { Button } from '@/components/ui/button'
import type { IconName } from '@/components/ui/icon-paths'
import { type FormField, fieldsOf, messageOf, sentenceBefore } from '@/lib/core/advice/form-fields'
import type { NextStep } from '@/lib/core/advice/guides/guide'
import { commandOf } from '@/lib/core/commands/index'
import type { Preset } from '@/lib/core/machine/command-copy'
import { CommandForm, type CommandTarget, FoldedCommandForm } from '../form/command-form'
import { composerLink } from './composer-link'

/** Where somebody corrects where the person lives: Details, with the form open. */
export const correctPlaceLink = (reference: string): string =>
  `/requests/${reference}/details?correct=place#place`

/** Where a step is taken that needs more room than a button; undefined for those that are taken on the spot. */
export function stepLink(reference: string, step: NextStep): string | undefined {
  const message = messageOf(step)
  if (message) return composerLink(reference, message)
  if (step.taskId && !isTakenHere(step)) return `/requests/${reference}/status#task-${step.taskId}`
  if (step.command === 'mark-read') return `/requests/${reference}/messages#unread`
  if (step.command === 'record-checks') return `/requests/${reference}/details#record-checks`
  if (step.command === 'correct-jurisdiction') return correctPlaceLink(reference)
  return undefined
}

/** What a system does, and what searches have found, needs no form: what it rests on is shown beside it. */
const isTakenHere = ({ command, preset = {} }: NextStep): boolean =>
  command === 'do-step' || (command === 'resolve' && Object.keys(preset).length > 0)

/** A step that is taken right here: at once, or after its command has said what will happen and asked for what it needs. */
export function StepForm({
  on,
  step,
  primary,
  icon,
  offered,
  suggestions = {},
  more = [],
  of = 'next',
}: {
  on: CommandTarget
  step: NextStep
  primary: boolean
  icon?: IconName
  /** What may be chosen now, where a form asks for something that only some answers fit. */
  offered?: readonly Preset[]
  /** Words that can be chosen for a field instead of typed, by its name. */
  suggestions?: Readonly<Record<string, readonly string[]>>
  /** Fields before the command's own, which depend on the request. */
  more?: readonly FormField[]
  /** Tells this form from the same one of another request on the page. */
  of?: string
}) {
  const { label, preset = {} } = step
  const form = [of, step.command, ...Object.values(preset)].join('-').replace(/[^\w-]/g, '')
  const act = { on, command: step.command, form, preset }
  const tone = !primary ? 'secondary' : step.command === 'do-step' ? 'danger' : 'primary'
  const look = { tone, ...(icon && { icon }) } as const
  const command = commandOf(step)
  const sentence = command && sentenceBefore(command, preset)
  if (!command || !sentence)
    return (
      <CommandForm {...act}>
        <Button {...look}>{label}</Button>
      </CommandForm>
    )
  return (
    <FoldedCommandForm
      {...act}
      label={label}
      sentence={sentence}
      fields={[...more, ...fieldsOf(command, step, offered)]}
      suggestions={suggestions}
      {...look}
    />
  )
}
