import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import type { IconName } from '@/components/ui/icon-paths'
import { type FormField, fieldsOf, messageOf, sentenceBefore } from '@/lib/core/advice/form-fields'
import type { NextStep } from '@/lib/core/advice/guides/guide'
import { commandOf } from '@/lib/core/commands/index'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { CommandField } from './command-field'

/** Where a step is taken that needs more room than a button; undefined for those that are taken on the spot. */
export function stepLink(reference: string, step: NextStep): string | undefined {
  const message = messageOf(step)
  if (message) return `/requests/${reference}/messages?compose=${message}#composer`
  if (step.taskId) return `/requests/${reference}/status#task-${step.taskId}`
  if (step.command === 'record-checks') return `/requests/${reference}/details#record-checks`
  return undefined
}

/** A step that is taken right here: at once, or after its command has said what will happen and asked for what it needs. */
export function StepForm({
  on,
  step,
  primary,
  icon,
  offered = {},
  of = 'next',
}: {
  on: CommandTarget
  step: NextStep
  primary: boolean
  icon?: IconName
  /** The values of a choice that may be chosen now, by field; all of them where nothing is said. */
  offered?: Readonly<Record<string, readonly unknown[]>>
  /** Tells this form from the same one of another request on the page. */
  of?: string
}) {
  const { label, preset = {} } = step
  const form = [of, step.command, ...Object.values(preset)].join('-').replace(/[^\w-]/g, '')
  const act = { on, command: step.command, form, preset }
  const look = { tone: primary ? 'primary' : 'secondary', ...(icon && { icon }) } as const
  const command = commandOf(step)
  const sentence = command && sentenceBefore(command, preset)
  if (!command || !sentence)
    return (
      <CommandForm {...act}>
        <Button {...look}>{label}</Button>
      </CommandForm>
    )
  return (
    <CommandForm {...act}>
      <Confirm label={label} sentence={sentence} {...look}>
        {fieldsOf(command, step).map(field => (
          <CommandField key={field.name} field={onlyOffered(field, offered[field.name])} form={form} />
        ))}
        <Button tone="primary">{label}</Button>
      </Confirm>
    </CommandForm>
  )
}

const onlyOffered = (field: FormField, offered?: readonly unknown[]): FormField =>
  offered ? { ...field, choices: field.choices.filter(({ value }) => offered.includes(value)) } : field
