import type { ReactNode } from 'react'
import { inputName } from './act-input'
import { ActionForm } from './action-provider'

/** What an act is on: the request as this page shows it, and the task where it is a task's. */
export interface CommandTarget {
  reference: string
  version: number
  taskId?: string
}

interface CommandFormProps {
  on: CommandTarget
  command: string
  /** Unique on the page. */
  form: string
  /** The part of the input that is decided already. */
  preset?: Readonly<Record<string, string | boolean>> | undefined
  className?: string
  children: ReactNode
}

/** A form that runs one command. Its id is new with each look at the page, so pressing twice acts once. */
export function CommandForm({ on, command, form, preset = {}, className, children }: CommandFormProps) {
  const fixed = {
    reference: on.reference,
    version: String(on.version),
    task: on.taskId ?? '',
    command,
    form,
    commandId: crypto.randomUUID(),
    ...Object.fromEntries(
      Object.entries(preset).map(([path, value]) => [
        inputName(form, typeof value === 'boolean' ? `${path}!bool` : path),
        String(value),
      ]),
    ),
  }
  return (
    <ActionForm name={form} fixed={fixed} className={className}>
      {children}
    </ActionForm>
  )
}
