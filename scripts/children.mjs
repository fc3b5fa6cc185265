import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** After this long without a crash, the next one counts as the first again. */
const STEADY_MS = 60_000
const GRACE_MS = 12_000

/**
 * Keeps one process running: starts it again, after a growing pause, whenever it ends by itself.
 * It ends with this process even when this one is killed, because its channel closes.
 * @param {{
 *   name: string,
 *   file: string,
 *   flags: string[],
 *   env: NodeJS.ProcessEnv,
 *   onEarlyExit: (code: number | null) => void,
 *   after?: Promise<unknown>,
 *   output?: (() => NodeJS.WritableStream) | undefined,
 * }} options
 *   `after`: it is started once this has resolved; `output` makes a stream for what each run of the process writes;
 *   without it, that goes where ours goes
 */
export function keepRunning({ name, file, flags, env, onEarlyExit, after, output }) {
  const state = { stopping: false, settled: false, wait: FIRST_WAIT_MS }
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  /** @type {(value: unknown) => void} */
  let tellReady
  const ready = new Promise(resolve => {
    tellReady = resolve
  })

  function start() {
    const began = Date.now()
    const stdout = output ? 'pipe' : 'inherit'
    const started = spawn(process.execPath, [...flags, file], {
      env,
      stdio: ['ignore', stdout, 'inherit', 'ipc'],
    })
    child = started
    if (output) started.stdout?.pipe(output())
    started.once('message', tellReady)
    started.once('exit', async code => {
      if (state.stopping) return
      if (!state.settled) return onEarlyExit(code)
      if (Date.now() - began > STEADY_MS) state.wait = FIRST_WAIT_MS
      console.error(`The ${name} ended unexpectedly; starting it again in ${state.wait / 1000} s.`)
      await pause(state.wait)
      state.wait = Math.min(state.wait * 2, LONGEST_WAIT_MS)
      if (!state.stopping) start()
    })
  }
  if (after) after.then(() => !state.stopping && start())
  else start()

  return {
    /** The process's number; undefined before it was started. */
    pid: () => child?.pid,
    /** Resolves with the process's first message. */
    ready,
    /** From now on, ending is a crash to recover from; before, it ended the start. */
    settle: () => {
      state.settled = true
    },
    stop: async () => {
      state.stopping = true
      const last = child
      if (!last || last.exitCode !== null || last.signalCode !== null) return
      const ended = new Promise(resolve => last.once('exit', resolve))
      last.kill('SIGTERM')
      const timer = setTimeout(() => last.kill('SIGKILL'), GRACE_MS)
      await ended
      clearTimeout(timer)
    },
  }
}
