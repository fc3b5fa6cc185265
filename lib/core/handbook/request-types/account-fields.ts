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

/** What the deletion of an account destroys; said on the form, before the confirmation and in the first step. */
export const accountDestroys: readonly string[] = [
  'The account’s own projects are deleted with it.',
  'Projects that belong to other people stay.',
  'Groups with no other owner will be deleted immediately, with the work of their other members. To keep one, make somebody else an owner first.',
]
