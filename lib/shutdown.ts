/**
 * Runs `stop` once when this process is asked to end: Ctrl-C, SIGTERM, or the end of the process that
 * started it (its channel closes even when it was killed, so nothing is left behind). Then exits with 0.
 */
export function onShutdown(stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', once)
  process.on('SIGTERM', once)
  if (process.send) process.on('disconnect', once)
}
