import type { OpenField } from '@/components/request/step/open-form'
import type { FieldKey, RequestType } from '@/lib/core/handbook/request-types/request-type'

const common: Readonly<Record<FieldKey, Omit<OpenField, 'name' | 'required'>>> = {
  email: { label: 'Email address of the account', hint: 'The link to confirm goes there.', kind: 'email' },
  username: { label: 'Username', kind: 'line' },
  name: { label: 'Name', kind: 'line' },
  country: { label: 'Country', kind: 'country' },
  region: {
    label: 'State, province or region',
    hint: 'Where a law or an embargo is a region’s own.',
    kind: 'region',
  },
  details: { label: 'What they ask for, in their words', kind: 'lines' },
  relationship: { label: 'How they are entitled to act', kind: 'line' },
  requesterEmail: { label: 'Email address of the person who asks', kind: 'email' },
  forumProfile: { label: 'Link to the forum profile', hint: 'https://…', kind: 'link' },
  forumUsername: { label: 'Forum username', kind: 'line' },
  whatIsWrong: { label: 'What is wrong', kind: 'lines' },
  whatIsRight: { label: 'What is right', kind: 'lines' },
}

/** The type's own fields in their order, then where and when it arrived, and what it follows. */
export const openFields = (type: RequestType): OpenField[] => [
  ...type.fields.map(({ key, required, label, hint }) => ({
    ...common[key],
    ...(label && { label }),
    ...(hint && { hint }),
    name: key,
    required,
  })),
  { name: 'ticket', label: 'Link to the support ticket', hint: 'https://…', required: false, kind: 'link' },
  {
    name: 'receivedOn',
    label: 'Received on',
    hint: 'Where the ticket is older than today: the legal clock counts from there.',
    required: false,
    kind: 'time',
  },
  {
    name: 'follows',
    label: 'Follows request',
    hint: 'The reference of a closed one that isn’t reopened.',
    required: false,
    kind: 'line',
  },
]
