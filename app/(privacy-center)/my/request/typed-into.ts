import { typedText } from '@/lib/core/intake/typed-text'
import type { Unsent } from '@/lib/door/requester/requester-messages'

/** The forms of the person's own page. */
export type What =
  | 'answers'
  | 'unknown'
  | 'reply'
  | 'withdraw'
  | 'contact'
  | 'help'
  | 'documents'
  | 'clarification'
  | 'appeal'
  | 'complaint'
  | 'code'

type Text = (name: string) => string

const nothing = (): Unsent => ({})

/** What was typed into each of them. */
const forms: Record<What, (text: Text, fields: URLSearchParams) => Unsent> = {
  answers: (text, fields) => {
    const questions = [...fields.keys()].filter(name => name !== 'press')
    return { answers: Object.fromEntries(questions.map(name => [name, text(name)])) }
  },
  reply: text => ({ reply: text('text') }),
  help: text => ({ help: text('text') }),
  clarification: text => ({ clarification: text('text') }),
  contact: text => ({ contact: { choice: text('contact'), text: text('text') } }),
  appeal: text => ({ disagreement: text('disagreement'), disagreeing: 'appeal' }),
  complaint: text => ({ disagreement: text('disagreement'), disagreeing: 'complaint' }),
  documents: text => ({ documents: { text: text('text') } }),
  // Nothing is written in these, and a code is of the visit that it was mailed for.
  unknown: nothing,
  withdraw: nothing,
  code: nothing,
}

/** What was typed into a form of the page, as it is kept where it can't be sent. */
export const typedInto = (form: What, fields: URLSearchParams): Unsent =>
  forms[form](name => typedText(fields.get(name)), fields)
