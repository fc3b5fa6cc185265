import type { Role } from '@/lib/core/people/actor'
import { everyRole } from './permission-table'
import { sourceFiles } from './source'

/** Roles by the letters that the permission table is written in. */
export const letters: Readonly<Record<Role, string>> = {
  'support-engineer': 'S',
  'support-readiness': 'R',
  'console-engineer': 'C',
  'forum-admin': 'F',
  privacy: 'P',
  admin: 'A',
}

/** The letters that are among `found`, in the table's order. */
export const inOrder = (found: Iterable<string>) =>
  [...everyRole].filter(role => [...found].includes(role)).join('')

/** Exported functions of a room whose first argument is who asks. */
export const toldWhoAsks = (room: string): string[] =>
  sourceFiles()
    .filter(({ path }) => path.startsWith(`lib/${room}/`))
    .flatMap(({ path, text }) => {
      const file = path.slice(`lib/${room}/`.length, -'.ts'.length)
      const named =
        /^export (?:async )?(?:function\*? |const )(\w+)(?: = (?:async )?)?(?:<[^>]*>)?\(\s*_?actor: (?:Actor|StaffActor)\b/gm
      return [...text.matchAll(named)].map(([, name]) => `${file} ${name}`)
    })
    .sort()
