import type { Role } from '@/lib/core/people/actor'

/** One password for all of them: it is printed at every start, and a real installation refuses to start with them. */
export const DEMO_PASSWORD = 'open-the-handbook'

export interface DemoAccount {
  email: string
  name: string
  role: Role
}

/** The people who work in the demo, one for each role; a second engineer, and a second one in Privacy to approve changes. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'support@demo.habeas.example', name: 'Sam Okafor', role: 'support-engineer' },
  { email: 'support2@demo.habeas.example', name: 'Noor Haddad', role: 'support-engineer' },
  { email: 'readiness@demo.habeas.example', name: 'Ren Ishikawa', role: 'support-readiness' },
  { email: 'console@demo.habeas.example', name: 'Carla Mendes', role: 'console-engineer' },
  { email: 'forum@demo.habeas.example', name: 'Fay Lindqvist', role: 'forum-admin' },
  { email: 'privacy@demo.habeas.example', name: 'Petra Novak', role: 'privacy' },
  { email: 'privacy2@demo.habeas.example', name: 'Paul Adeyemi', role: 'privacy' },
  { email: 'admin@demo.habeas.example', name: 'Ada Bello', role: 'admin' },
]

/** The lines that `npm start` prints. */
export function demoAccountLines(): string {
  const rows = demoAccounts.map(account => `  ${account.email.padEnd(32)}${account.role}`)
  return [`Demo accounts (password of all: ${DEMO_PASSWORD})`, ...rows].join('\n')
}
