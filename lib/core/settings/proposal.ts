/**
 * What a second person has to apply. A second Privacy person: settings and clocks of the laws, the risk policy, the wording of
 * messages. A second admin, or somebody of Privacy: rights of people and tokens.
 */

export const proposableSettings = [
  'default-law',
  'embargoed',
  'four-eyes',
  'office-calendar',
  'retention',
] as const
export type ProposableSetting = (typeof proposableSettings)[number]

export type ProposalSubject =
  | { kind: 'setting'; key: ProposableSetting }
  | { kind: 'risk-policy' }
  | { kind: 'law'; id: string }
  | { kind: 'template'; language: string; key: string }
  | RightSubject

/** `role`: another role of a person. `person`: they may sign in, for the first time or again. `token`: it opens something. */
export interface RightSubject {
  kind: 'role' | 'person' | 'token'
  /** Of the person or the token. */
  id: string
}

export const riskPolicySubject = 'risk-policy'
export const settingSubject = (key: ProposableSetting): string => `setting/${key}`
/** About a law's clocks. */
export const lawSubject = (id: string): string => `law/${id}`
export const templateSubject = (language: string, key: string): string => `template/${language}/${key}`

export const rightSubject = ({ kind, id }: RightSubject): string => `${kind}/${id}`

/** What a stored right speaks of; null for every other subject. */
export function rightOf(text: string): RightSubject | null {
  const about = subjectOf(text)
  return about && 'id' in about && about.kind !== 'law' ? about : null
}

/** What a stored subject speaks of; null for one that this version doesn't know. */
export function subjectOf(text: string): ProposalSubject | null {
  if (text === riskPolicySubject) return { kind: 'risk-policy' }
  const [kind, first = '', second = ''] = text.split('/')
  const setting = proposableSettings.find(key => key === first)
  if (kind === 'setting' && setting) return { kind, key: setting }
  if (kind === 'law' && first) return { kind, id: first }
  if ((kind === 'role' || kind === 'person' || kind === 'token') && first) return { kind, id: first }
  return kind === 'template' && first && second ? { kind, language: first, key: second } : null
}
