import type { Subcommand } from './subcommand'

/** Every subcommand of `npm run habeas`. A new one is a file beside this one and a line here. */
export const subcommands: readonly Subcommand[] = [
  {
    words: ['migrate'],
    usage: '',
    what: 'brings the database up to date',
    load: () => import('./migrate'),
  },
  {
    words: ['prepare'],
    usage: '',
    what: 'what every start does first: check, migrate, seed the demo',
    load: () => import('./prepare'),
  },
  {
    words: ['migration'],
    usage: 'NAME [--rewrite]',
    what: 'for developers: writes the next migration',
    load: () => import('./migration'),
  },
  {
    words: ['machine'],
    usage: '',
    what: 'for developers: draws each request type in docs/machine',
    load: () => import('./machine'),
  },
  {
    words: ['accounts', 'import'],
    usage: 'FILE.csv [--replace [--yes] | --skip-bad]',
    what: 'loads the account directory that the checks ask',
    load: () => import('./accounts-import'),
  },
  {
    words: ['token', 'create'],
    usage: '--role ROLE --name NAME',
    what: 'makes an API token and prints it once',
    load: () => import('./token-create'),
  },
  {
    words: ['staff', 'add'],
    usage: 'EMAIL --role ROLE [--name NAME]',
    what: 'adds a member of staff; prints and mails a link to set a password',
    load: () => import('./staff-add'),
  },
  {
    words: ['audit', 'verify'],
    usage: '[--accept-restore]',
    what: 'proves that nobody edited, removed, re-ordered or forged the audit log',
    load: () => import('./audit-verify'),
  },
  {
    words: ['doctor'],
    usage: '',
    what: 'looks at everything that the product stands on',
    load: () => import('./doctor'),
  },
  {
    words: ['demo', 'seed'],
    usage: '',
    what: 'fills an empty database with the demo (local, or with DEMO=1)',
    load: () => import('./demo-seed'),
  },
]
