import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemGroups } from '@/lib/core/api/problem-pages/index'
import { problemIndexText, problemText } from '@/lib/core/api/problem-pages/problem-text'
import { anytimePage, machinePage } from '@/lib/core/diagram/machine-text'
import { permissionPage } from '@/lib/core/diagram/permission-text'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { Terminal } from './subcommand'

/**
 * `machine`: writes docs/machine, one page a request type and one for all, docs/permissions.md, and docs/problems, one page a reason,
 * from the definitions.
 */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  const folder = join('docs', 'machine')
  mkdirSync(folder, { recursive: true })
  const types = [...requestTypes.values()]
  for (const type of types) writeFileSync(join(folder, `${type.key}.md`), machinePage(type, types))
  writeFileSync(join(folder, 'any-time.md'), anytimePage(types))
  writeFileSync(join('docs', 'permissions.md'), permissionPage())
  const problems = join('docs', 'problems')
  rmSync(problems, { recursive: true, force: true })
  mkdirSync(problems, { recursive: true })
  const reasons = problemGroups.flatMap(group => group.reasons)
  for (const reason of reasons) writeFileSync(join(problems, `${reason}.md`), problemText(reason))
  writeFileSync(join(problems, 'README.md'), problemIndexText())
  terminal.out(
    `${types.length + 1} pages in ${folder}, ${reasons.length + 1} in ${problems}, and docs/permissions.md`,
  )
  return 0
}
