import { controlClass, describedBy, FieldFrame, type FieldProps, fieldId } from './field'

/**
 * Files of the visitor's own. The form needs `encType="multipart/form-data"`.
 * @example <FileField name="proof" label="Proof of death" accept=".pdf,image/*" multiple />
 */
export function FileField({
  name,
  label,
  hint,
  error,
  required,
  accept,
  multiple,
}: FieldProps & { accept?: string; multiple?: boolean }) {
  const field = { name, label, hint, error, required }
  return (
    <FieldFrame {...field}>
      <input
        type="file"
        id={fieldId(name)}
        name={name}
        accept={accept}
        multiple={multiple}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        className={`${controlClass(error)} min-h-control file:me-3 file:rounded-md file:border file:border-line-strong file:bg-sunken file:px-3 file:py-1 file:font-semibold file:text-ink`}
      />
    </FieldFrame>
  )
}
