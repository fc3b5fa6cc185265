import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import type { FormField } from '@/lib/core/advice/form-fields'
import { inputName } from './act-input'

/** One field of a command's form. */
export function CommandField({
  field,
  form,
  suggestions,
}: {
  field: FormField
  form: string
  /** Words that may be chosen for a line instead of typed. */
  suggestions?: readonly string[] | undefined
}) {
  const { name: path, label, hint, kind, reads, required, choices, empty, chosen } = field
  const shown = { name: inputName(form, reads ? `${path}!${reads}` : path), label, hint, required }
  switch (kind) {
    case 'choice':
      // The words of its empty choice say that it may be left out.
      return (
        <Select {...shown} required={required || undefined} {...{ choices, empty }} defaultValue={chosen} />
      )
    case 'day':
      return <TextField {...shown} type="date" defaultValue={chosen} />
    case 'number':
      return <TextField {...shown} inputMode="numeric" />
    case 'lines':
      return <TextArea {...shown} rows={2} />
    case 'line':
      return <TextField {...shown} {...(suggestions && { suggestions })} />
  }
}
