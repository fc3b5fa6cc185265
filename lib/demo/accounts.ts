import type { Role } from '@/lib/core/actor'

/** One password for all of them: it is printed at every start, and a real installation refuses to start with them. */
export const DEMO_PASSWORD = 'open-the-handbook'

export interface DemoAccount {
  email: string
  name: string
  role: Role
}

/** The people who work in the demo, one for each role and a second engineer. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'sam@habeas.example', name: 'Sam Okafor', role: 'support-engineer' },
  { email: 'noor@habeas.example', name: 'Noor Haddad', role: 'support-engineer' },
  { email: 'ren@habeas.example', name: 'Ren Ishikawa', role: 'support-readiness' },
  { email: 'carla@habeas.example', name: 'Carla Mendes', role: 'console-engineer' },
  { email: 'fay@habeas.example', name: 'Fay Lindqvist', role: 'forum-admin' },
  { email: 'petra@habeas.example', name: 'Petra Novak', role: 'privacy' },
  { email: 'ada@habeas.example', name: 'Ada Bello', role: 'admin' },
]

/** The lines that `npm start` prints. */
export function demoAccountLines(): string {
  const rows = demoAccounts.map(one => `  ${one.email.padEnd(24)}${one.role}`)
  return [`Demo accounts (password of all: ${DEMO_PASSWORD})`, ...rows].join('\n')
}
