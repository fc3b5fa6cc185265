import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { locked } from './lock.mjs'

/** The project's folder; everything runs from here. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const isCurrent = () => {
  const mark = `${root}node_modules/.package-lock.json`
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs
}

/** Installs the packages of the lockfile when they are missing or older than it; two starts at once take turns. */
export async function installMissing() {
  if (isCurrent()) return
  mkdirSync(`${root}.build`, { recursive: true })
  await locked(`${root}.build/install.lock`, async () => {
    if (isCurrent()) return
    console.error('Installing packages …')
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
      // Without this, `npm ci` would leave out what building and testing need.
      env: { ...process.env, NODE_ENV: 'development' },
    })
    if (done.status !== 0) throw new Error('npm ci failed; its message is above.')
  })
}
