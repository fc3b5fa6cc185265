import type pg from 'pg'

/**
 * Ends a pool and waits until its connections are closed. `pool.end()` alone only sends them away: a server that is stopped
 * at once would still end one by itself, and the pool would throw that where nobody waits for it.
 */
export async function endPool(pool: pg.Pool): Promise<void> {
  let open = pool.totalCount
  const closed = new Promise<void>(resolve => {
    if (open === 0) resolve()
    pool.on('remove', () => {
      open -= 1
      if (open === 0) resolve()
    })
  })
  await pool.end()
  await closed
}
