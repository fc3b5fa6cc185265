import type { Subcommand } from './subcommand'

/** Every subcommand of `npm run habeas`. A new one is a file beside this one and a line here. */
export const subcommands: readonly Subcommand[] = [
  {
    words: ['migrate'],
    usage: '',
    what: 'brings the database up to date',
    key: 'sees to it',
    load: () => import('./migrate'),
  },
  {
    words: ['prepare'],
    usage: '',
    what: 'what every start does first: check, migrate, seed the demo',
    key: 'sees to it',
    load: () => import('./prepare'),
  },
  {
    words: ['migration'],
    usage: 'NAME [--rewrite]',
    what: 'for developers: writes the next migration',
    key: 'sees to it',
    load: () => import('./migration'),
  },
  {
    words: ['machine'],
    usage: '',
    what: 'for developers: writes docs/machine, docs/permissions.md, docs/problems',
    key: 'sees to it',
    load: () => import('./machine'),
  },
  {
    words: ['client'],
    usage: '',
    what: 'for developers: writes the generated part of clients/typescript',
    key: 'sees to it',
    load: () => import('./client'),
  },
  {
    words: ['accounts', 'import'],
    usage: 'FILE.csv [--replace [--yes] | --skip-bad]',
    what: 'loads the account directory that the checks ask',
    key: 'checked',
    load: () => import('./accounts-import'),
  },
  {
    words: ['token', 'create'],
    usage: '--role ROLE --name NAME',
    what: 'makes an API token and prints it once',
    key: 'checked',
    load: () => import('./token-create'),
  },
  {
    words: ['staff', 'add'],
    usage: 'EMAIL --role ROLE [--name NAME]',
    what: 'adds a member of staff; prints and mails a link to set a password',
    key: 'checked',
    load: () => import('./staff-add'),
  },
  {
    words: ['audit', 'verify'],
    usage: '[--accept-restore]',
    what: 'proves that nobody edited, removed, re-ordered or forged the audit log',
    key: 'checked',
    load: () => import('./audit-verify'),
  },
  {
    words: ['doctor'],
    usage: '',
    what: 'looks at everything that the product stands on',
    key: 'sees to it',
    load: () => import('./doctor'),
  },
  {
    words: ['key', 'adopt'],
    usage: '--yes',
    what: 'continues with another HABEAS_KEY where the one of this database is lost',
    key: 'sees to it',
    load: () => import('./key-adopt'),
  },
  {
    words: ['demo', 'seed'],
    usage: '',
    what: 'fills an empty database with the demo (local, or with DEMO=1)',
    key: 'checked',
    load: () => import('./demo-seed'),
  },
]
