import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installMissing, root } from './install.mjs'
import { locked } from './lock.mjs'

/** What is bundled for Node besides the pages: name in .build/, and where it starts. */
const ENTRIES = {
  web: 'lib/web/main.ts',
  worker: 'lib/worker/main.ts',
  cli: 'lib/cli/main.ts',
  sink: 'lib/mail/sink.ts',
  bench: 'tests/bench/main.ts',
}

const SOURCES = [
  'app',
  'components',
  'lib',
  'emails',
  'prisma/schema',
  'public',
  'tests/bench',
  'tests/factories',
]
const FILES = [
  'package-lock.json',
  'package.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
]

/**
 * @param {readonly string[]} folders
 * @returns {string} the same for the same files, with any modification times
 */
function fingerprint(folders) {
  const hash = createHash('sha256').update(process.version)
  const files = folders.flatMap(folder =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
      : [],
  )
  for (const file of [...files.sort(), ...FILES.map(name => join(root, name)).filter(existsSync)]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} name @param {string[]} args @param {Record<string, string>} [env] */
function run(name, args, env = {}) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', name), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (done.status === 0) return
  throw new Error(`${name} failed:\n${done.stdout}${done.stderr}`)
}

/**
 * Runs `work` unless `.build/NAME.hash` says that it ran on the same files.
 * @param {string} name
 * @param {string} hash
 * @param {() => void | Promise<void>} work
 */
async function unlessFresh(name, hash, work) {
  const mark = join(root, '.build', `${name}.hash`)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  rmSync(mark, { force: true })
  await work()
  writeFileSync(mark, hash)
}

async function bundles() {
  const { build, stop } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(ENTRIES).filter(([, file]) => existsSync(join(root, file))),
    ),
    outdir: '.build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    jsx: 'automatic',
    logLevel: 'warning',
  })
  // Its helper process would otherwise live as long as this one.
  await stop()
}

/**
 * Builds what is stale: Prisma's client, the bundles for Node, and with `pages` the site itself.
 * @param {{pages: boolean}} options
 */
export async function buildStale({ pages }) {
  mkdirSync(join(root, '.build'), { recursive: true })
  await locked(join(root, '.build', 'lock'), async () => {
    await unlessFresh('client', fingerprint(['prisma/schema']), () =>
      run('prisma/build/index.js', ['generate', '--no-hints'], { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' }),
    )
    const hash = fingerprint(SOURCES)
    await unlessFresh('bundles', hash, bundles)
    if (!pages) return
    await unlessFresh('pages', hash, () => {
      console.error('Building the pages …')
      run('next/dist/bin/next', ['build'], { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' })
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installMissing()
    .then(() => buildStale({ pages: true }))
    .catch(error => {
      console.error(error.message)
      process.exit(1)
    })
}
