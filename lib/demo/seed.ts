import { addDemoPeople } from './people'

/**
 * Fills an empty database with the demo's people and requests, made by running real commands.
 * Called once for a database, before anybody can sign in.
 */
export async function seedDemo(): Promise<void> {
  await addDemoPeople()
}
