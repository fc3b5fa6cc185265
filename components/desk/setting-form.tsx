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
  return (
    <ActionForm name={form} className={className}>
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="commandId" value={crypto.randomUUID()} />
      {Object.entries(preset).map(([path, value]) => (
        <input key={path} type="hidden" name={inputName(form, path)} value={value} />
      ))}
      {children}
    </ActionForm>
  )
}
