import type { ReactNode } from 'react'
import { presetFields } from '@/components/request/form/act-input'
import { ActionForm } from '@/components/request/form/action-provider'

interface SettingFormProps {
  command: string
  /** Unique on the page. */
  form: string
  preset?: Readonly<Record<string, string | boolean>>
  className?: string
  children: ReactNode
}

/** A form that changes one setting; pressing twice changes it once. */
export function SettingForm({ command, form, preset = {}, className, children }: SettingFormProps) {
  const fixed = {
    command,
    form,
    commandId: crypto.randomUUID(),
    ...presetFields(form, preset),
  }
  return (
    <ActionForm name={form} fixed={fixed} className={className}>
      {children}
    </ActionForm>
  )
}
