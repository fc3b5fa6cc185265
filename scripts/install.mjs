import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The project's folder; everything runs from here. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs the packages of the lockfile when they are missing or older than it. */
export function installMissing() {
  const mark = `${root}node_modules/.package-lock.json`
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs) return
  console.log('Installing packages …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // `npm ci` would leave out what building and testing need.
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (done.status !== 0) {
    console.error('npm ci failed; its message is above.')
    process.exit(1)
  }
}
