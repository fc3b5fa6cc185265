/** Rooms by the beginning of a path; the first that fits. */
const ROOMS = [
  ['app/', 'app'],
  ['components/', 'components'],
  ['emails/types', 'email types'],
  ['emails/', 'emails'],
  ['prisma/generated', 'prisma'],
  ['tests/', 'tests'],
  ['clients/', 'clients'],
  ['scripts/', 'scripts'],
  ...[
    'core',
    'door',
    'store',
    'auth',
    'systems',
    'mail',
    'files',
    'worker',
    'usage-data',
    'web',
    'cli',
    'demo',
  ].map(room => [`lib/${room}/`, room] as const),
  ['lib/', 'ground'],
] as const

/** Every path belongs somewhere; what lies at the root configures tools, or is Next's own entry. */
export const roomOf = (path: string) =>
  ROOMS.find(([start]) => `${path}/`.startsWith(start) || path.startsWith(start))?.[1] ?? 'root'

/** `ground` is lib/env, lib/clock, lib/log, lib/secrets, lib/shutdown: what every process stands on. */
const ENTRY = [
  'door',
  'store',
  'auth',
  'systems',
  'mail',
  'files',
  'usage-data',
  'emails',
  'email types',
  'core',
  'ground',
]

export const MAY_IMPORT: Record<string, readonly string[]> = {
  app: ['components', 'door', 'auth', 'store', 'usage-data', 'emails', 'email types', 'core', 'ground'],
  components: ['core'],
  core: ['emails'],
  emails: ['email types'],
  'email types': [],
  store: ['core', 'usage-data', 'ground', 'prisma'],
  auth: ['core', 'ground'],
  systems: ['core', 'ground'],
  mail: ['core', 'email types', 'ground'],
  files: ['core', 'ground'],
  'usage-data': ['core', 'ground'],
  door: ENTRY,
  worker: [...ENTRY],
  web: ENTRY,
  cli: [...ENTRY, 'demo'],
  demo: ENTRY,
  ground: [],
  root: ['core', 'auth', 'ground', 'scripts'],
  scripts: [],
  // Packages of their own: programs elsewhere install them, and nothing of the product comes along.
  clients: [],
  tests: [
    ...ENTRY,
    'app',
    'components',
    'worker',
    'web',
    'cli',
    'demo',
    'prisma',
    'scripts',
    'clients',
    'root',
  ],
}

/** Packages that compute, or hold data, and do nothing else. */
export const PURE_PACKAGES = ['zod', 'temporal-polyfill', 'disposable-email-domains-js', 'negotiator']

/** The rooms that may import this one. */
export const mayImport = (room: string) =>
  Object.keys(MAY_IMPORT).filter(above => above !== 'tests' && MAY_IMPORT[above]?.includes(room))
