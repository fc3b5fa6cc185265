/** One setting of a kind of system, as forms and programs are told of it. */
export interface SettingField {
  /** Its key among the settings. */
  name: string
  label: string
  hint?: string
  /** `lines`: names with a text each. */
  shape: 'text' | 'number' | 'yes-no' | 'choice' | 'lines'
  /** Of a choice. */
  choices: readonly string[]
  required: boolean
  /** Sealed, and never shown again. */
  secret: boolean
  /** Our server calls it. */
  address: boolean
}
