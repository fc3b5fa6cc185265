import { describeError, log } from '@/lib/log'

export interface Loop {
  /** Ends it after the round that is running. */
  stop(): Promise<void>
}

/** Runs `round` now and then again and again, `pauseMs` after each end. A failing round is logged and changes nothing. */
export function loop(name: string, pauseMs: number, round: () => Promise<void>): Loop {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const turn = async () => {
    try {
      await round()
    } catch (error) {
      log.error({ loop: name, err: describeError(error) }, 'a round failed')
    }
    if (!stopped) timer = setTimeout(() => (running = turn()), pauseMs)
  }
  let running = turn()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
