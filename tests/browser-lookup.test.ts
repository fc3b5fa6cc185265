import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'habeas-apt-'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test("reading Playwright's configuration neither needs nor installs a browser", async () => {
  const called = join(folder, 'called')
  writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\n: > '${called}'\n`, { mode: 0o755 })
  vi.stubEnv('PATH', folder)
  vi.stubEnv('CHROMIUM_PATH', '')
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', folder)
  const { default: config } = await import('@/playwright.config')
  expect(config.globalSetup).toContain('product')
  expect(existsSync(called)).toBe(false)
})
