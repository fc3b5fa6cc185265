import type { FieldUse } from './request-type'

/** Where the person lives, which decides the law. */
export const placeFields: readonly FieldUse[] = [
  { key: 'country', required: false },
  { key: 'region', required: false },
]

/** What finds an account, and what helps to answer. */
export const accountFields: readonly FieldUse[] = [
  { key: 'email', required: true },
  { key: 'username', required: true },
  { key: 'name', required: false },
  ...placeFields,
  { key: 'details', required: false },
]

const destroysAlways: readonly string[] = [
  'The account’s own projects are deleted with it.',
  'Projects that belong to other people stay.',
]
const groups = 'Groups with no other owner will be deleted immediately, with the work of their other members.'

/** What the deletion of an account destroys; said on the form, before the confirmation and in the first step. */
export const accountDestroys: readonly string[] = [
  ...destroysAlways,
  `${groups} To keep one, make somebody else an owner first.`,
]

/** The same, told to somebody who acts for the account’s owner. */
export const accountDestroysForAnother: readonly string[] = [
  ...destroysAlways,
  `${groups} To keep one, the person has to make somebody else an owner first.`,
]

/** The same, told to somebody who asks for a person who has died: nobody can sign in and name another owner. */
export const accountDestroysAfterDeath: readonly string[] = [
  ...destroysAlways,
  'Groups with no other owner are deleted, too. If other people work in one of these groups, tell us, and we will speak with you before we delete it.',
]
