import { Icon } from '../icon'
import { TakeFocus } from '../take-focus'
import { fieldId } from './field'

export interface FieldError {
  /** The field's `name`; left out where the error belongs to no field. */
  field?: string
  message: string
}

/** What an action answered, for the summary: what belongs to no field first, then each field's words. */
export const formErrors = (
  problem: string | undefined,
  fields: Readonly<Record<string, string>>,
): readonly FieldError[] => [
  ...(problem ? [{ message: problem }] : []),
  ...Object.entries(fields).map(([field, message]) => ({ field, message })),
]

/**
 * What stopped a form, at the top of the page: takes focus, links to each field. Nothing is shown without errors.
 * Put it first in <main>, and begin the page's title with "Error: ".
 * @example <ErrorSummary errors={[{ field: 'email', message: 'Enter your email address' }]} />
 */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
}: {
  errors: readonly FieldError[]
  title?: string
}) {
  if (errors.length === 0) return null
  return (
    <TakeFocus
      labelledBy="error-summary"
      className="mb-8 max-w-xl rounded-lg border-2 border-overdue bg-surface p-5"
    >
      <h2 id="error-summary" className="flex items-center gap-2 text-lg text-overdue">
        <Icon name="circle-alert" />
        {title}
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {errors.map(({ field, message }) => (
          <li key={`${field}${message}`} className="font-semibold text-overdue">
            {field ? (
              <a
                href={`#${fieldId(field)}`}
                className="inline-flex min-h-control items-center underline underline-offset-3 hover:decoration-2"
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </TakeFocus>
  )
}
