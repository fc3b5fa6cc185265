import { Select, TextArea, TextField } from '@/components/ui/text-field'
import { countryChoices } from '@/lib/core/countries'
import type { FieldProblem } from '@/lib/core/intake-form'
import type { FieldKey, RequestType } from '@/lib/core/request-types/request-type'

/** The fields' names as people read them: on the form and where answers are checked. */
export const fieldLabels: Record<FieldKey, string> = {
  email: 'Email address',
  username: 'Username',
  name: 'Your name',
  country: 'Country where you live',
  details: 'Anything else we should know',
}

interface FieldState {
  required: boolean
  value: string
  error?: string
}

const text = {
  email: {
    type: 'email',
    autoComplete: 'email',
    inputMode: 'email',
    spellCheck: false,
    autoCapitalize: 'none',
    maxLength: 254,
    hint: 'The address of your account, or another one that you have confirmed there. We send a link to it.',
  },
  username: {
    autoComplete: 'username',
    spellCheck: false,
    autoCapitalize: 'none',
    maxLength: 255,
    hint: 'As it stands in the address of your profile.',
  },
  name: { autoComplete: 'name', maxLength: 200, hint: 'So that we know how to address you.' },
} as const

function Field({ name, state }: { name: FieldKey; state: FieldState }) {
  const { required, error, value } = state
  const field = { name, label: fieldLabels[name], required, error, defaultValue: value }
  if (name === 'country')
    return (
      <Select
        {...field}
        autoComplete="country"
        empty="I’d rather not say"
        choices={countryChoices()}
        hint="It decides which privacy law applies to you."
      />
    )
  if (name === 'details')
    return (
      <TextArea
        {...field}
        maxLength={2000}
        autoComplete="off"
        hint="Please leave out passwords and copies of documents."
      />
    )
  return <TextField {...field} {...text[name]} />
}

/** The few fields that a type of request needs, with what was typed before and what is wrong with it. */
export function IntakeFields({
  type,
  values,
  problems,
}: {
  type: RequestType
  values: Readonly<Record<string, string>>
  problems: readonly FieldProblem[]
}) {
  return (
    <>
      {type.fields.map(({ key, required }) => {
        const error = problems.find(one => one.field === key)?.message
        const state = { required, value: values[key] ?? '', ...(error && { error }) }
        return <Field key={key} name={key} state={state} />
      })}
    </>
  )
}
