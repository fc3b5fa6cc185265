import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const packages = z
  .record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }))
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)

test('the lockfile names the binaries of every platform', () => {
  // npm leaves out what its registry doesn't have, without a word; `npm ci` then refuses everywhere.
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !packages[`node_modules/${name}`] && !packages[`${folder}/node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})
