import { describeError, log } from '@/lib/log'

export interface Loop {
  /** Ends it after the round that is running. */
  stop(): Promise<void>
}

/**
 * Runs `round` after `firstMs`, and then again and again, `pauseMs` after each end. A failing round is logged and changes
 * nothing.
 */
export function loop(name: string, pauseMs: number, round: () => Promise<void>, firstMs: number): Loop {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const turn = async () => {
    try {
      await round()
    } catch (error) {
      log.error({ loop: name, err: describeError(error) }, 'a round failed')
    }
    if (!stopped) timer = setTimeout(begin, pauseMs)
  }
  let running = Promise.resolve()
  const begin = () => {
    running = turn()
  }
  timer = setTimeout(begin, firstMs)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
