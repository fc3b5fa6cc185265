import type { ReactNode } from 'react'
import { inputName } from './act-input'
import { BoardForm } from './board'

/** What an act is on: the request as this page shows it, and the task where it is a task's. */
export interface ActOn {
  reference: string
  version: number
  taskId?: string
}

interface ActProps {
  on: ActOn
  command: string
  /** Unique on the page. */
  form: string
  /** The part of the input that is decided already. */
  preset?: Readonly<Record<string, string | boolean>> | undefined
  className?: string
  children: ReactNode
}

/** A form that runs one command. Its id is new with each look at the page, so pressing twice acts once. */
export function Act({ on, command, form, preset = {}, className, children }: ActProps) {
  const fixed = {
    reference: on.reference,
    version: String(on.version),
    task: on.taskId ?? '',
    command,
    form,
    commandId: crypto.randomUUID(),
  }
  return (
    <BoardForm name={form} className={className}>
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {Object.entries(preset).map(([path, value]) => (
        <input
          key={path}
          type="hidden"
          name={inputName(form, typeof value === 'boolean' ? `${path}!bool` : path)}
          value={String(value)}
        />
      ))}
      {children}
    </BoardForm>
  )
}
