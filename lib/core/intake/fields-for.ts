import type { FieldKey, FieldUse, RequestType } from '../handbook/request-types/request-type'
import { type Acting, actings } from '../request/request'

/** How somebody says that they act for a person who is alive; `self` where that is no such way, or the type takes none. */
export const actingOf = (type: Pick<RequestType, 'mayBeActedFor'> | null, said: unknown): Acting =>
  (type?.mayBeActedFor && actings.find(way => way === said)) || 'self'

/** The person in the words of somebody who acts for them. */
interface Person {
  them: string
  whose: string
  lives: string
}
const theirs: Person = { them: 'them', whose: 'their', lives: 'they live' }
const child: Person = { them: 'your child', whose: 'your child’s', lives: 'your child lives' }
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const own: FieldUse = {
  key: 'requesterEmail',
  required: true,
  label: 'Your own email address',
  hint: 'What we write to you goes here. We begin with a link to confirm that it was you.',
}

const worded: Partial<
  Record<FieldKey, (use: FieldUse, person: Person, type: RequestType) => Partial<FieldUse>>
> = {
  email: (use, { whose }, { looksUp }) => ({
    label:
      use.label ?? (looksUp ? `An email address of ${whose} account` : `${capital(whose)} email address`),
    hint: `It has to be ${whose === 'their' ? 'theirs' : whose}, not your own. We send a notice there.`,
  }),
  username: (_use, { whose }) => ({
    label: `${capital(whose)} username`,
    hint: 'The name in the web address of the profile.',
  }),
  country: (_use, { lives }) => ({
    label: `Country where ${lives}`,
    hint: 'It tells us which privacy law protects them, and how soon we must answer.',
  }),
  whatIsWrong: (_use, { them }) => ({
    hint: `What we have about ${them} that isn’t right, and where you saw it.`,
  }),
  details: (use, { whose }) =>
    use.required
      ? {
          hint: `Which use of ${whose} data you don’t want. Please leave out passwords and copies of documents.`,
        }
      : {},
}

/** What this type asks for: in the type's own words, or in those of somebody who acts for the person, whose mail goes to them. */
export function fieldsFor(type: RequestType, acting: Acting): readonly FieldUse[] {
  if (acting === 'self' || !type.mayBeActedFor) return type.fields
  const person = acting === 'parent' ? child : theirs
  const fields = type.fields.map(use => ({ ...use, ...worded[use.key]?.(use, person, type) }))
  const at = fields.findIndex(({ key }) => key === 'username' || key === 'email')
  const after = fields.findIndex(({ key }) => key === 'username') + 1 || at + 1
  return [...fields.slice(0, after), own, ...fields.slice(after)]
}

/** The type's title, summary and consequences for the person themselves, or for somebody who acts for them. */
export function wordsOf(
  type: RequestType,
  acting: Acting,
): Pick<RequestType, 'publicTitle' | 'publicSummary' | 'destroys'> {
  const { publicTitle, publicSummary, destroys } = type
  const usual = { publicTitle, publicSummary, destroys }
  return acting === 'self' ? usual : { ...usual, ...type.forAnother }
}

/** What was asked for, as anybody may read it, not only the person who asked: "The deletion of an account". */
export const whatWasAsked = (type: Pick<RequestType, 'noun'> | undefined): string =>
  type ? capital(type.noun) : 'A privacy request'
