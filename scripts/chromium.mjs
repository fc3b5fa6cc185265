import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const isRoot = () => process.getuid?.() === 0

/** @returns {string | undefined} a browser that the system has */
function ofTheSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders.flatMap(folder => NAMES.map(name => join(folder, name))), ...ELSEWHERE].find(existsSync)
}

/** @returns {Promise<string | undefined>} the browser that Playwright downloaded, where the network let it */
async function ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/** @returns {string | undefined} */
function fromDebian() {
  if (!isRoot() || !existsSync('/etc/debian_version')) return undefined
  console.log('Installing Chromium for the browser tests …')
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
  return ofTheSystem()
}

/**
 * The browser for the tests: CHROMIUM_PATH, the system's, Playwright's, or Debian's package.
 * @returns {Promise<string>} its path
 * @throws with one sentence that says what to install
 */
export async function findChromium() {
  const path = process.env.CHROMIUM_PATH || ofTheSystem() || (await ofPlaywright()) || fromDebian()
  if (path && existsSync(path)) return path
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}

/** Flags that keep the browser from talking to anybody but the product. */
export const chromiumFlags = () => [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
]
