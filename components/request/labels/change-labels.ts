import { laws } from '@/lib/core/deadlines/laws/index'
import { type ProposableSetting, subjectOf } from '@/lib/core/settings/proposal'
import { sentence } from './labels'

const settings: Readonly<Record<ProposableSetting, string>> = {
  'default-law': 'the default law',
  embargoed: 'the embargo list',
  'four-eyes': 'the types under four eyes',
  'office-calendar': 'the office calendar',
  retention: 'how long things are kept',
}

/** What a proposal changes, in words that follow “a change of”. @param stored as proposals and the audit log name it */
export function changed(stored: string): string {
  const subject = subjectOf(stored)
  switch (subject?.kind) {
    case 'setting':
      return settings[subject.key]
    case 'risk-policy':
      return 'the risk policy'
    case 'law':
      return `the clocks of ${laws.find(law => law.id === subject.id)?.name ?? subject.id}`
    case 'template': {
      const language = new Intl.DisplayNames('en', { type: 'language' }).of(subject.language)
      return `the ${language} wording of “${sentence(subject.key)}”`
    }
    case 'role':
      return 'the role of a person'
    case 'person':
      return 'who may sign in'
    case 'token':
      return 'what a token opens'
    default:
      return stored
  }
}
