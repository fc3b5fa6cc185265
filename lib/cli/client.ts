import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from '@/lib/core/api/openapi'
import { operationsText, schemasText } from './client/client-text'
import type { Terminal } from './subcommand'

/** `client`: writes what is generated of clients/typescript, from the OpenAPI document. */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  const folder = join('clients', 'typescript', 'src', 'generated')
  const document = openApiDocument('')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'schemas.ts'), schemasText(document))
  writeFileSync(join(folder, 'operations.ts'), operationsText(document))
  terminal.out(`schemas.ts and operations.ts in ${folder}`)
  return 0
}
