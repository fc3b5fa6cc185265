/**
 * What of other people's work is served to browsers. A test compares each licence with the package's own, and the list
 * with what is imported by files that run in a browser.
 */
export const browserPackages = [
  {
    name: 'next',
    licence: 'MIT',
    home: 'https://github.com/vercel/next.js',
    what: 'Loads pages, and moves between those of the desk',
  },
  {
    name: 'react',
    licence: 'MIT',
    home: 'https://github.com/facebook/react',
    what: 'Draws pages and forms',
  },
  {
    name: 'react-dom',
    licence: 'MIT',
    home: 'https://github.com/facebook/react',
    what: 'Draws pages and forms',
  },
  {
    name: '@simplewebauthn/browser',
    licence: 'MIT',
    home: 'https://github.com/MasterKale/SimpleWebAuthn',
    what: 'Asks the browser for a passkey, of people who work here',
  },
  {
    name: '@fontsource-variable/inter',
    licence: 'OFL-1.1',
    home: 'https://github.com/fontsource/font-files',
    what: 'The typeface; no program',
  },
] as const

/** Licences that the Free Software Foundation counts as free. */
export const freeLicences: readonly string[] = [
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
]
