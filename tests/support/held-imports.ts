import type { SourceFile } from './source'

/** Modules that only few may import: what they export goes round a guard, or round the store. */
export interface Held {
  module: string
  /** Files, or folders with a slash at the end. */
  by: readonly string[]
  /** Whether a type from it is free for everybody. */
  typesFree?: boolean
  /** What to use in place of it. */
  instead: string
}

export const held: readonly Held[] = [
  {
    module: 'lib/core/people/make-actor',
    by: [
      'lib/auth/requester.ts',
      'lib/auth/tokens.ts',
      'lib/door/staff/require-staff.ts',
      'lib/door/intake/intake-draft.ts',
      'lib/door/intake/complaint.ts',
      'lib/door/run/system-for.ts',
      'lib/worker/system.ts',
      'lib/cli/audit-verify.ts',
      'lib/cli/doctor.ts',
      'lib/cli/staff-add.ts',
      'lib/cli/token-create.ts',
      'lib/demo/people.ts',
      'lib/demo/walk.ts',
      'tests/',
    ],
    instead:
      'Take the actor as an argument. Pages get one from requireStaff or visitorOf, the API from withToken, jobs from lib/worker/system, and the door names what it does by itself in lib/door/run/system-for.',
  },
  {
    module: 'lib/core/people/made',
    by: ['lib/core/people/make-actor.ts'],
    typesFree: true,
    instead: 'Only make-actor.ts extends it; a new kind of actor gets its maker there.',
  },
  {
    module: 'lib/door/run/system-for',
    by: ['lib/door/'],
    instead:
      'Pages and the API act as who has signed in; what has to be done as the system is a function of the door.',
  },
  {
    module: 'lib/worker/system',
    by: ['lib/worker/'],
    instead: 'Only jobs and sweeps act as the worker.',
  },
  {
    module: 'lib/store/database/client',
    by: ['lib/store/', 'tests/'],
    instead:
      'Take Tx and inTransaction from lib/store/database/transaction, and put the query into a function of lib/store that is named after what it does.',
  },
  {
    module: 'lib/store/database/transaction',
    by: ['lib/door/', 'lib/demo/', 'lib/worker/main.ts', 'tests/'],
    instead: 'Pages and the API change nothing by themselves; call a function of the door.',
  },
  {
    module: 'lib/store/database/prisma-of',
    by: ['lib/store/'],
    instead:
      'Only the store opens a transaction. Put the query into a function of lib/store and hand it the Tx.',
  },
]

/** Imports of a held module by a file that may not, each with what to do in place of it. */
export const heldImports = (files: readonly SourceFile[]): string[] =>
  files.flatMap(file =>
    file.imports.flatMap(({ path, typesOnly, line }) => {
      const rule = held.find(({ module }) => module === path)
      if (!rule || (rule.typesFree && typesOnly)) return []
      if (rule.by.some(place => (place.endsWith('/') ? file.path.startsWith(place) : file.path === place)))
        return []
      return [`${file.path}:${line} must not import ${rule.module}. ${rule.instead}`]
    }),
  )
