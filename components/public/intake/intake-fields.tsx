import { RadioGroup } from '@/components/ui/form/choice-field'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import { regionsWithLaws } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import { placeInWords, regionGroups } from '@/lib/core/deadlines/region-names'
import type { FieldKey, FieldUse, RequestType } from '@/lib/core/handbook/request-types/request-type'
import { fieldsFor } from '@/lib/core/intake/fields-for'
import type { FieldProblem } from '@/lib/core/intake/intake-form'
import { countryGroups } from '@/lib/core/request/countries'
import { type Acting, type Relationship, relationships } from '@/lib/core/request/request'
import { RegionField } from './region-field'

/** The fields' names as people read them, where a type has no words of its own. */
const fieldLabels: Record<FieldKey, string> = {
  email: 'Email address',
  username: 'Username',
  name: 'Your name',
  country: 'Country where you live',
  region: 'State or province',
  details: 'Anything else we should know',
  relationship: 'How are you entitled to act?',
  requesterEmail: 'Your own email address',
  forumProfile: 'Link to your profile in the forum',
  forumUsername: 'Username in the forum',
  whatIsWrong: 'What is wrong?',
  whatIsRight: 'What is right?',
}

/** A field's name on the form of its type, and where answers are checked. */
export const labelOf = ({ key, label }: FieldUse): string => label ?? fieldLabels[key]

/** How somebody may be entitled to act for somebody who has died. */
const relationshipWords: Record<Relationship, { label: string; hint: string }> = {
  'authorized-agent': {
    label: 'Authorised agent',
    hint: 'For example the executor of the estate, or somebody whom a court has appointed.',
  },
  'designated-account-successor': {
    label: 'Designated Account Successor',
    hint: 'The person named you on their account to act for it after their death.',
  },
  'designated-account-manager': {
    label: 'Designated Account Manager',
    hint: 'This authority ended when the person died. Please let one of the two above ask.',
  },
}

/** A chosen answer in words. */
export const relationshipLabel = (value: string): string =>
  relationships.flatMap(relationship =>
    relationship === value ? relationshipWords[relationship].label : [],
  )[0] ?? value

interface FieldState {
  required: boolean
  value: string
  error?: string
}

const exact = { spellCheck: false, autoCapitalize: 'none' } as const
const address = { type: 'email', inputMode: 'email', ...exact } as const
const text = {
  email: {
    ...address,
    hint: 'The address of your account, or another one that you have confirmed there. We send a link to it.',
  },
  requesterEmail: address,
  username: { ...exact, hint: 'The name at the end of your profile’s web address.' },
  name: { hint: 'So that we know how to address you.' },
  region: {},
  forumProfile: {
    ...exact,
    hint: 'The web address that your browser shows when you look at it.',
  },
  forumUsername: exact,
} as const

const longHints = {
  details: 'Please leave out passwords and copies of documents.',
  whatIsWrong: 'What we have about you that isn’t right, and where you saw it.',
  whatIsRight: 'What it should say.',
} as const

/** What a browser may fill in by itself: only what is the visitor's own. */
const autofill = {
  me: { email: 'email', username: 'username', name: 'name' },
  another: { requesterEmail: 'email', name: 'name' },
} as const satisfies Record<'me' | 'another', Partial<Record<FieldKey, string>>>

/** "the United States or Canada" */
export const oneOf = (countries: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(countries.map(placeInWords))

interface FieldProps {
  use: FieldUse
  about: 'me' | 'another'
  /** Countries that are offered first. */
  usual: readonly string[]
  state: FieldState
}

function Field({ use, about, usual, state }: FieldProps) {
  const { key } = use
  const { value, ...rest } = state
  const own = use.hint ? { hint: use.hint } : {}
  const field = { name: key, label: labelOf(use), defaultValue: value, ...rest }
  if (key === 'relationship') {
    const choices = Object.entries(relationshipWords).map(([of, words]) => ({ value: of, ...words }))
    return <RadioGroup {...field} {...own} choices={choices} />
  }
  if (key === 'country') {
    const hint = use.hint ?? 'It tells us which privacy law protects you, and how soon we must answer.'
    const empty = rest.required ? 'Choose a country' : 'I’d rather not say'
    const choices = countryGroups(usual)
    return (
      <Select
        {...field}
        hint={hint}
        autoComplete={about === 'me' ? 'country' : 'off'}
        empty={empty}
        choices={choices}
      />
    )
  }
  if (key === 'region') {
    const groups = regionGroups(regionsWithLaws(laws))
    return (
      <RegionField
        lives={about === 'me' ? 'you live' : 'they live'}
        {...field}
        groups={groups}
        where={oneOf(groups.map(group => group.country))}
      />
    )
  }
  if (key === 'details' || key === 'whatIsWrong' || key === 'whatIsRight') {
    const hint = use.hint ?? longHints[key]
    return <TextArea {...field} hint={hint} autoComplete="off" />
  }
  const known: Partial<Record<FieldKey, string>> = autofill[about]
  return <TextField {...field} {...text[key]} {...own} autoComplete={known[key] ?? 'off'} />
}

/** The few fields that a type of request needs, with what was typed before and what is wrong with it. */
export function IntakeFields({
  type,
  acting,
  usual,
  values,
  problems,
}: {
  type: RequestType
  acting: Acting
  /** Countries that are offered first. */
  usual: readonly string[]
  values: Readonly<Record<string, string>>
  problems: readonly FieldProblem[]
}) {
  const about = type.about === 'me' && acting === 'self' ? 'me' : 'another'
  return (
    <>
      {fieldsFor(type, acting).map(use => {
        const error = problems.find(problem => problem.field === use.key)?.message
        const required = use.required || use.requiredOnForm === true
        const state = { required, value: values[use.key] ?? '', ...(error && { error }) }
        return <Field key={use.key} use={use} about={about} usual={usual} state={state} />
      })}
    </>
  )
}
