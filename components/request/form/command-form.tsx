import type { ReactNode } from 'react'
import { presetFields } from './act-input'
import { ActionForm } from './action-provider'
import { type Folded, FoldedForm } from './folded-form'

/** What an act is on: the request as this page shows it, and the task where it is a task's. */
export interface CommandTarget {
  reference: string
  version: number
  taskId?: string
}

interface CalledCommand {
  on: CommandTarget
  command: string
  /** Unique on the page. */
  form: string
  /** The part of the input that is decided already. */
  preset?: Readonly<Record<string, string | boolean>> | undefined
}

/** What is sent of a command besides what is typed. Its id is new with each look at the page, so pressing twice acts once. */
const fixedOf = ({ on, command, form, preset = {} }: CalledCommand): Record<string, string> => ({
  reference: on.reference,
  version: String(on.version),
  task: on.taskId ?? '',
  command,
  form,
  commandId: crypto.randomUUID(),
  ...presetFields(form, preset),
})

/** A form that runs one command. */
export const CommandForm = ({
  className,
  children,
  ...called
}: CalledCommand & { className?: string; children: ReactNode }) => (
  <ActionForm name={called.form} fixed={fixedOf(called)} className={className}>
    {children}
  </ActionForm>
)

/** The same behind a button, which first says what the command will do and asks for what it needs. */
export const FoldedCommandForm = ({ on, command, form, preset, ...folded }: CalledCommand & Folded) => (
  <FoldedForm name={form} fixed={fixedOf({ on, command, form, preset })} {...folded} />
)
