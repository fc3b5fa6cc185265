import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildStale } from './build.mjs'
import { installMissing, root } from './install.mjs'
import { localEnvironment } from './local.mjs'

/** `node scripts/run.mjs cli|worker|bench|migration …`: builds what is stale and runs one bundle in the right environment. */
const [what = 'cli', ...rest] = process.argv.slice(2)
const [bundle, args] = what === 'migration' ? ['cli', ['migration', ...rest]] : [what, rest]

process.chdir(root)
const code = await installMissing()
  .then(() => buildStale({ pages: what === 'bench' }))
  .then(async () => {
    // The bench makes a database of its own and must not touch anybody else's.
    const { env, release } =
      what === 'bench' ? { env: {}, release: async () => undefined } : await localEnvironment()
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', join(root, '.build', `${bundle}.mjs`), ...args],
      {
        stdio: 'inherit',
        env: { ...process.env, ...env },
      },
    )
    // Ctrl-C reaches the child by itself; this process only waits for it.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
    const ended = await new Promise(resolve =>
      child.once('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0))),
    )
    await release()
    return ended
  })
  .catch(error => {
    console.error(error.message)
    return 1
  })
process.exit(code)
