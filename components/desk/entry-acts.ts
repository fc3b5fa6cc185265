import { destinations } from '@/lib/core/handbook/portability'
import type { OffChannelAct } from '@/lib/core/off-channel/off-channel-view'
import type { EntryField } from './entry-form'

interface EntryAct {
  act: OffChannelAct
  /** Of the button. */
  label: string
  field?: EntryField
}

/** The ticket is solved, or what came by another channel is answered. */
export const solveEntry = (isTicket: boolean): EntryAct => ({
  act: 'solve',
  label: isTicket ? 'The ticket is solved' : 'It is answered',
})

/** An entry that was kept has ended. */
export const finishEntry: EntryAct = {
  act: 'finish',
  label: 'Finish',
  field: { name: 'note', label: 'How it ended', hint: 'Without names or addresses.', rows: 2 },
}

/** A complaint from the public form is answered. */
export const answerEntry: EntryAct = {
  act: 'answer',
  label: 'Send the answer',
  field: {
    name: 'text',
    label: 'Your answer',
    hint: 'It is mailed as you write it, and ends this entry. Nobody has confirmed the address, so say nothing about an account.',
    rows: 6,
  },
}

/** What couldn't be answered automatically is tried again. */
export const answerAgain: EntryAct = { act: 'answer-again', label: 'Try again' }

/** Where the person wants to move to, so that the answer has the steps. */
export const clarifyEntry = (chosen: string): EntryAct => ({
  act: 'clarify',
  label: 'Show the steps',
  field: {
    name: 'destination',
    label: 'Where they move to',
    choices: Object.entries(destinations).map(([value, { name }]) => ({ value, label: name })),
    chosen,
  },
})
