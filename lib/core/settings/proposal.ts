/** What a second Privacy person has to apply: settings and clocks of the laws, the risk policy, the wording of messages. */

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

export const riskPolicySubject = 'risk-policy'
export const settingSubject = (key: ProposableSetting): string => `setting/${key}`
/** About a law's clocks. */
export const lawSubject = (id: string): string => `law/${id}`
export const templateSubject = (language: string, key: string): string => `template/${language}/${key}`

/** What a stored subject speaks of; null for one that this version doesn't know. */
export function subjectOf(text: string): ProposalSubject | null {
  if (text === riskPolicySubject) return { kind: 'risk-policy' }
  const [kind, first = '', second = ''] = text.split('/')
  const setting = proposableSettings.find(key => key === first)
  if (kind === 'setting' && setting) return { kind, key: setting }
  if (kind === 'law' && first) return { kind, id: first }
  return kind === 'template' && first && second ? { kind, language: first, key: second } : null
}
