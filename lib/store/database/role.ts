import pg from 'pg'

/** How long the product waits for a connection before it complains; a slow machine takes its time. */
export const CONNECT_MS = 20_000

/** The role that the product works as: it can't alter tables, nor update or delete the audit log. */
export const APP_ROLE = 'habeas_app'

/**
 * Whether the database lets the product work as {@link APP_ROLE}. Some hosted databases let nobody make
 * roles; the product then runs as the owner, the audit log is guarded by its triggers alone, and `doctor` says so.
 * @throws when the database can't be reached
 */
export async function appRoleAvailable(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS })
  await client.connect()
  try {
    await client.query(`set role ${APP_ROLE}`)
    return true
  } catch (error) {
    // 22023: no such role. 42501: not a member of it.
    if (error instanceof pg.DatabaseError && ['22023', '42501', '42704'].includes(error.code ?? ''))
      return false
    throw error
  } finally {
    await client.end()
  }
}

/** The address with session settings added to the `options` that it already has. */
export function withSessionOptions(databaseUrl: string, settings: Readonly<Record<string, string>>): string {
  const url = new URL(databaseUrl)
  const given = url.searchParams.get('options')
  const added = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  url.searchParams.set('options', [...(given ? [given] : []), ...added].join(' '))
  return url.href
}

/**
 * Address for the product's own connections: works as {@link APP_ROLE} where that is possible.
 * Also what a worker's own pool should connect with.
 */
export async function appConnectionString(databaseUrl: string): Promise<string> {
  return (await appRoleAvailable(databaseUrl))
    ? withSessionOptions(databaseUrl, { role: APP_ROLE })
    : databaseUrl
}
