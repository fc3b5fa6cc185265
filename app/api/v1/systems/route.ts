import { json, methodNotAllowed } from '@/app/api/answers'
import { denied, withToken } from '@/app/api/v1/with-token'
import { shownSystems } from '@/lib/door/systems/shown-systems'
import { representSystem } from './represent-system'

/** Every connected system with its health; of secrets only whether they are set. */
export const GET = withToken(async ({ actor }) => {
  const systems = await shownSystems(actor)
  return systems ? json({ items: systems.map(representSystem) }) : denied(actor, 'systems')
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
