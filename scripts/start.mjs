import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildStale } from './build.mjs'
import { keepRunning } from './children.mjs'
import { installMissing, root } from './install.mjs'
import { dataDir, forgetRunning, isLocal, noteRunning, startLocal } from './local.mjs'
import { takeForLife } from './lock.mjs'

/**
 * `npm start`: one command from a fresh clone to a running product. Database, web, worker and the
 * development mail sink live and end together.
 */

const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT || 3000)
const bundle = (/** @type {string} */ name) => join(root, '.build', `${name}.mjs`)

/** What has to be stopped, in the order in which it was started. @type {(() => Promise<unknown> | void)[]} */
const running = []

/** @type {(code: number) => void} */
let askToStop = () => undefined
/** @type {Promise<number>} */
const asked = new Promise(resolve => {
  askToStop = resolve
})
let stopping = false
asked.then(() => {
  stopping = true
})

/**
 * Checks the settings, migrates, seeds the demo where that is wanted.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} what to tell about the demo's accounts
 */
function prepare(env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', bundle('cli'), 'prepare'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', part => {
      said += part
    })
    child.once('exit', code => (code === 0 ? resolve(said.trimEnd()) : reject(new Error(''))))
  })
}

async function main() {
  process.chdir(root)
  await installMissing()
  await buildStale({ pages: !dev })
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    PORT: String(port),
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const local = isLocal()
  let place = ''
  if (local) {
    running.push(takeForLife(join(dataDir(), 'start.lock')))
    const database = await startLocal(why => {
      console.error(why)
      askToStop(1)
    })
    running.push(database.stop)
    Object.assign(env, database.env)
    if (database.elsewhere) place = `The database is in ${database.elsewhere} (see docs/running.md).`
  } else env.HABEAS_EMBEDDED = ''
  if (stopping) return
  let mail = ''
  env.HABEAS_MAIL_FOLDER = ''
  if (!process.env.SMTP_URL && !process.env.SMTP_URL_FILE) {
    const { startSink } = await import(bundle('sink'))
    const sink = await startSink(join(dataDir(), 'mail'), port)
    running.push(sink.stop)
    env.SMTP_URL = sink.smtpUrl
    env.HABEAS_MAIL_FOLDER = '1'
    mail = `Mail can be read at ${sink.pageUrl}`
  }
  const accounts = await prepare(env)
  if (stopping) return

  const early = (/** @type {number | null} */ code) => askToStop(code || 1)
  const output = dev ? (await import('./dev-log.mjs')).readableLog : undefined
  const small = ['--enable-source-maps', '--max-semi-space-size=4']
  const web = keepRunning({
    name: 'web server',
    file: bundle('web'),
    flags: dev ? [] : ['--max-semi-space-size=8', '--max-old-space-size=512'],
    env,
    onEarlyExit: early,
    output: output && (() => output()),
  })
  const worker = keepRunning({
    name: 'worker',
    file: bundle('worker'),
    flags: [...small, '--max-old-space-size=256'],
    env,
    onEarlyExit: early,
    output: output && (() => output()),
    // On a slow machine the two would keep each other from starting.
    after: web.ready,
  })
  running.push(() => Promise.all([web.stop(), worker.stop()]))
  await Promise.race([Promise.all([web.ready, worker.ready]), asked])
  if (stopping) return
  for (const child of [web, worker]) child.settle()
  if (local) {
    const { PATH, ...settings } = env
    const wanted = [
      'DATABASE_URL',
      'HABEAS_EMBEDDED',
      'HABEAS_DATA_DIR',
      'HABEAS_KEY',
      'HABEAS_EARLIER_KEYS',
      'ALLOWED_PRIVATE_HOSTS',
      'NEXTAUTH_SECRET',
      'SMTP_URL',
      'HABEAS_MAIL_FOLDER',
      'PORT',
    ]
    noteRunning(Object.fromEntries(wanted.flatMap(name => (settings[name] ? [[name, settings[name]]] : []))))
    running.push(forgetRunning)
  }
  console.log(
    [
      '',
      `Habeas is running at ${process.env.APP_URL || `http://localhost:${port}`}`,
      accounts,
      mail,
      place,
      'Ctrl-C stops it.',
      '',
    ]
      .filter((line, at) => line || at === 0)
      .join('\n'),
  )
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => askToStop(0))

const failed = await main().then(
  () => 0,
  error => {
    if (error.message) console.error(error.message)
    askToStop(1)
    return 1
  },
)
const code = failed || (await asked)
for (const stop of running.reverse()) await stop()
process.exit(code)
