import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildStale } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { failuresOfBrowser, failuresOfVitest } from './failures.mjs'
import { installMissing, root } from './install.mjs'

/**
 * `npm run check`, `npm test`, `npm run e2e`: runs the steps, counts, and ends with `N passed, N failed`.
 * A step without tests of its own counts as one; a step that crashes counts as failed. What failed is told again at the end.
 */

/** @type {{passed: number, failed: number, failures: string[]}} */
const total = { passed: 0, failed: 0, failures: [] }
const reports = join(root, '.build', 'reports')

/**
 * Where a step's output goes: nowhere yet, so that steps side by side don't mix, or straight to the terminal.
 * @typedef {Buffer[] | undefined} Kept
 */

/**
 * @param {string} file @param {string[]} args
 * @param {{env?: Record<string, string>, kept?: Kept}} [options]
 * @returns {Promise<number>} exit code
 */
function run(file, args, { env = {}, kept } = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    stdio: kept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => kept?.push(part))
  return new Promise(resolve => child.once('close', code => resolve(code ?? 1)))
}

/**
 * @typedef {{passed: number, failed: number, failures?: string[]}} Counted
 */

/**
 * @param {string} name
 * @param {() => Promise<Counted>} work
 * @param {Kept} [kept] what the step said, told under its name once it has ended
 */
async function step(name, work, kept) {
  const title = `\n── ${name}`
  if (!kept) console.log(title)
  const began = Date.now()
  const counted = await work().catch(error => {
    console.error(error.message)
    return { passed: 0, failed: 1, failures: [`${name}: ${error.message}`] }
  })
  total.passed += counted.passed
  total.failed += counted.failed
  const { failures = [] } = counted
  if (counted.failed > 0) total.failures.push(...(failures.length > 0 ? failures : [`${name}: told above`]))
  if (kept) console.log(`${title}\n${Buffer.concat(kept).toString()}`.trimEnd())
  const result = counted.failed > 0 ? `${counted.failed} failed` : 'passed'
  console.log(`── ${name}: ${result} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}

/** @param {number} code */
const counts = code => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })

/**
 * Adds a failure when the run failed without saying where: a crash, an error outside any test.
 * @param {Counted} counted
 * @param {number} code
 */
const orCrash = (counted, code) => (code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted)

/** @param {string} name @param {string[]} args @param {Kept} [kept] */
const vitest = (name, args, kept) =>
  step(
    name,
    async () => {
      const file = join(reports, `${name.replaceAll(' ', '-')}.json`)
      rmSync(file, { force: true })
      const code = await run(
        'vitest/vitest.mjs',
        ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
        { kept },
      )
      if (!existsSync(file)) return { passed: 0, failed: 1 }
      const report = JSON.parse(readFileSync(file, 'utf8'))
      const brokenFiles = report.testResults.filter(
        (/** @type {{status: string, assertionResults: unknown[]}} */ result) =>
          result.status === 'failed' && result.assertionResults.length === 0,
      ).length
      const failed = report.numFailedTests + brokenFiles
      return orCrash(
        { passed: report.numPassedTests, failed, failures: failuresOfVitest(report, root) },
        code,
      )
    },
    kept,
  )

const browser = () =>
  step('browser', async () => {
    const file = join(reports, 'browser.json')
    rmSync(file, { force: true })
    const env = {
      CHROMIUM_PATH: await findChromium(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      PLAYWRIGHT_HTML_OPEN: 'never',
    }
    const code = await run('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env })
    if (!existsSync(file)) return { passed: 0, failed: 1 }
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const { stats, errors } = report
    const failed = stats.unexpected + stats.flaky + errors.length
    return orCrash({ passed: stats.expected, failed, failures: failuresOfBrowser(report) }, code)
  })

const build = (/** @type {boolean} */ pages) =>
  step('build', async () => {
    await buildStale({ pages })
    return counts(0)
  })

/** Keeps what it says: it may run beside the tests. */
async function statics() {
  /** @param {string} name @param {string} file @param {string[]} args */
  const tool = (name, file, args) => {
    /** @type {Buffer[]} */
    const kept = []
    return step(name, async () => counts(await run(file, args, { kept })), kept)
  }
  if (!existsSync(join(root, 'next-env.d.ts'))) await run('next/dist/bin/next', ['typegen'], { kept: [] })
  await tool('types', 'typescript/bin/tsc', ['--noEmit', '--incremental', 'false', '-p', '.'])
  await tool('types of the client', 'typescript/bin/tsc', ['--noEmit', '-p', 'clients/typescript'])
  await tool('lint', '@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])
  await tool('dead code', 'knip/bin/knip.js', [])
}

/** @type {Record<string, () => Promise<void>>} */
const gates = {
  check: async () => {
    await build(false)
    console.log('\nTypes, lint, dead code and unit tests, side by side …')
    await Promise.all([vitest('unit tests', ['--project', 'core'], []), statics()])
  },
  test: async () => {
    await build(true)
    await statics()
    await vitest('unit and database tests', [])
    await browser()
  },
  e2e: async () => {
    await build(true)
    await browser()
  },
}

process.chdir(root)
await installMissing().catch(error => {
  console.error(`${error.message}\n\n0 passed, 1 failed`)
  process.exit(1)
})
mkdirSync(reports, { recursive: true })
await (gates[process.argv[2] ?? 'test'] ?? gates.test)?.()
if (total.failures.length > 0)
  console.log(`\n── what failed${total.failures.map(failure => `\n\n  ✗ ${failure}`).join('')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
