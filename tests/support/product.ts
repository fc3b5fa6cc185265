import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/postgres.mjs'

const READY = 'Ctrl-C stops it.'

/**
 * Starts the built product as `npm start` does, on a data folder of its own, for one run of the browser tests.
 * Leaves HABEAS_E2E_URL and HABEAS_E2E_MAIL (the folder with *.eml) for them.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-e2e-'))
  const port = await freePort()
  const { DATABASE_URL: _database, SMTP_URL: _smtp, APP_URL: _url, ...env } = process.env
  const product = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PORT: String(port), HABEAS_DATA_DIR: folder, LOG_LEVEL: 'warn' },
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (part: Buffer) => {
      said += part
      if (said.includes(READY)) resolve()
    }
    product.stdout.on('data', listen)
    product.stderr.on('data', listen)
    product.once('exit', code => reject(new Error(`The product ended with ${code}:\n${said}`)))
  })
  process.env.HABEAS_E2E_URL = `http://localhost:${port}`
  process.env.HABEAS_E2E_MAIL = join(folder, 'mail')
  process.env.HABEAS_E2E_DATA = folder
  return async () => {
    const ended = new Promise(resolve => product.once('exit', resolve))
    product.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
