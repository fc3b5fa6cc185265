import type { Ground } from '../request/record'

interface GroundWords {
  /** What the desk chooses. */
  label: string
  /** What the person reads before the desk's own sentence; empty where that says it all. */
  says: string
}

/** The grounds on which a request can be refused, in words. */
export const groundWords: Readonly<Record<Ground, GroundWords>> = {
  'not-verifiable': {
    label: 'It can’t be verified',
    says: 'We could not confirm that the request comes from the right person.',
  },
  'not-covered': {
    label: 'The law does not cover this person or this data',
    says: 'The law that gives this right does not cover this request.',
  },
  'exempt-legal-obligation': {
    label: 'A law makes us keep the data',
    says: 'A law makes us keep this data.',
  },
  'legal-claims': {
    label: 'The data is needed for a legal claim',
    says: 'We need this data to make or to answer a legal claim.',
  },
  'freedom-of-expression': {
    label: 'Freedom of expression and information',
    says: 'Freedom of expression and information protects this data.',
  },
  'manifestly-unfounded': {
    label: 'The request is clearly without basis',
    says: 'This request is clearly without basis.',
  },
  excessive: {
    label: 'The request is excessive',
    says: 'You have made the same request many times, and this one goes too far.',
  },
  'third-party-rights': {
    label: 'It would harm the rights of others',
    says: 'What you asked for would harm the rights of other people.',
  },
  other: { label: 'Another ground', says: '' },
}

/** The ground as the person reads it: the coded one, then what Privacy wrote. */
export const groundForPerson = (ground: Ground, note: string): string =>
  [groundWords[ground].says, note].filter(Boolean).join(' ')
