import { readFileSync } from 'node:fs'
import { z } from 'zod'

const manifest = z.object({ version: z.string() })
let known: string | undefined

/** The product's version, as its package says. Every entry point runs from the project's root. */
export function productVersion(): string {
  known ??= manifest.parse(JSON.parse(readFileSync('package.json', 'utf8'))).version
  return known
}
