import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../scripts/chromium.mjs'
import { launch } from './launch'

/**
 * The browser, installed if need be, and one running product for all browser tests, on a data folder of its own.
 * Leaves CHROMIUM_PATH, HABEAS_E2E_URL and HABEAS_E2E_DATA (the data folder; mails are in its `mail/*.eml`) for them.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH = await findChromium()
  const folder = mkdtempSync(join(tmpdir(), 'habeas-e2e-'))
  const product = await launch(folder)
  process.env.HABEAS_E2E_URL = product.url
  process.env.HABEAS_E2E_DATA = folder
  return async () => {
    await product.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
