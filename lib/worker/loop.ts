import { describeError, log } from '@/lib/log'

export interface Loop {
  /** Tells the round that is running to end, and ends with it. */
  stop(): Promise<void>
}

/** Runs `round` now and then again and again, `pauseMs` after each end. A failing round is logged and changes nothing. */
export function loop(name: string, pauseMs: number, round: (signal: AbortSignal) => Promise<void>): Loop {
  let timer: NodeJS.Timeout | undefined
  const ending = new AbortController()
  const turn = async () => {
    try {
      await round(ending.signal)
    } catch (error) {
      log.error({ loop: name, err: describeError(error) }, 'a round failed')
    }
    if (!ending.signal.aborted) timer = setTimeout(() => (running = turn()), pauseMs)
  }
  let running = turn()
  return {
    stop: async () => {
      ending.abort()
      clearTimeout(timer)
      await running
    },
  }
}
