import type { ReactNode } from 'react'
import { inputName } from '@/components/request/form/act-input'
import { ActionForm } from '@/components/request/form/action-provider'

interface SettingFormProps {
  command: string
  /** Unique on the page. */
  form: string
  preset?: Readonly<Record<string, string>>
  className?: string
  children: ReactNode
}

/** A form that changes one setting; pressing twice changes it once. */
export function SettingForm({ command, form, preset = {}, className, children }: SettingFormProps) {
  const fixed = {
    command,
    form,
    commandId: crypto.randomUUID(),
    ...Object.fromEntries(Object.entries(preset).map(([path, value]) => [inputName(form, path), value])),
  }
  return (
    <ActionForm name={form} fixed={fixed} className={className}>
      {children}
    </ActionForm>
  )
}
