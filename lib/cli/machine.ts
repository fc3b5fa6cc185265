import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { anytimePage, machinePage } from '@/lib/core/diagram/machine-text'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { permissionPage } from '@/lib/core/people/permission-text'
import type { Terminal } from './subcommand'

/** `machine`: writes docs/machine, one page a request type and one for all, and docs/permissions.md, from the definitions. */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  const folder = join('docs', 'machine')
  mkdirSync(folder, { recursive: true })
  const types = [...requestTypes.values()]
  for (const type of types) writeFileSync(join(folder, `${type.key}.md`), machinePage(type, types))
  writeFileSync(join(folder, 'any-time.md'), anytimePage(types))
  writeFileSync(join('docs', 'permissions.md'), permissionPage())
  terminal.out(`${types.length + 1} pages in ${folder}, and docs/permissions.md`)
  return 0
}
