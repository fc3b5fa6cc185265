import type { FormField } from '@/lib/core/advice/form-fields'
import type { ExtensionReason } from '@/lib/core/deadlines/law'
import { sentence } from '../labels/labels'

interface AskedDay {
  /** What the command calls it. */
  name: 'until' | 'notifiedDay'
  hint: string
  /** The day that is offered. */
  chosen?: string
}

/** What an extension asks for: one of the law's reasons, the new day, and why in the writer's own words. */
export const extensionFields = (reasons: readonly ExtensionReason[], day: AskedDay): FormField[] => [
  {
    name: 'reason',
    label: 'Reason',
    kind: 'choice',
    required: true,
    choices: reasons.map(reason => ({ value: reason, label: sentence(reason) })),
  },
  { ...day, label: 'The day by which you will answer', kind: 'day', required: true, choices: [] },
  {
    name: 'words',
    label: 'Why it takes longer, in your own words',
    hint: 'The person reads this in the mail, after the reason above.',
    kind: 'lines',
    required: true,
    choices: [],
  },
]
