import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { projectFiles } from './source'

const root = join(import.meta.dirname, '../..')

/** A seed that is the same wherever these files are, and another once a letter of them changes. */
export function seedOf(files: readonly { path: string; text: string }[]): number {
  const hash = createHash('sha256')
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(JSON.stringify([path, text]))
  return hash.digest().readInt32BE()
}

/** What a test of properties begins with: `SEED` in the environment, a number or `any`; else the product's own. */
export function chosenSeed(asked: string | undefined, own: () => number): number | undefined {
  if (asked === 'any') return undefined
  if (asked === undefined || asked === '') return own()
  if (!/^-?\d+$/.test(asked)) throw new Error(`SEED is a whole number or “any”, not “${asked}”`)
  return Number(asked)
}

const seed = chosenSeed(process.env.SEED, () =>
  seedOf(projectFiles('lib').map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))),
)
fc.configureGlobal(seed === undefined ? {} : { seed })

/** fast-check, with the seed of this state of the product, so that the gate finds the same everywhere. */
export default fc
