import { env } from '@/lib/env'
import { migrate } from '@/lib/store/migrate'

/** Applies the migrations that are missing and says which. */
export async function run(): Promise<number> {
  const { applied, roleReady } = await migrate(env().databaseUrl)
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  if (!roleReady)
    console.log('This database lets us make no role; the product works as its owner (see docs/running.md).')
  return 0
}
