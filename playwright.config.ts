import { defineConfig } from '@playwright/test'
import { chromiumFlags } from './scripts/chromium.mjs'

// Set before the first test by globalSetup: reading this file must not install a browser.
const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/product.ts',
  // One product, one database: journeys must bear each other's company, but not more than two cores can.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // Generous on purpose: a slow machine is no defect.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      args: chromiumFlags(),
      // In a plain C locale Chromium writes a download beside a folder whose name has an umlaut.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(executablePath && { executablePath }),
    },
  },
})
