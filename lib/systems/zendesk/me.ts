import { z } from 'zod'
import { SystemFailure } from '../failure'
import { askJson, type Told } from '../json-api'
import { idSchema, type Zendesk } from './api'

const meSchema = z.object({
  user: z.object({ id: idSchema.nullish(), role: z.string().nullish(), active: z.boolean().nullish() }),
})
type Me = z.output<typeof meSchema>

/** Who we are there. Without valid credentials Zendesk may answer, too: as a visitor who has no id. */
export const askWhoWeAre = ({ api }: Zendesk): Promise<Told<Me>> =>
  askJson(api, { path: '/users/me', schema: meSchema })

/**
 * Makes sure that nobody was found because nobody is there: an account with fewer rights is shown fewer users.
 * @throws SystemFailure where the account is no admin (any more)
 */
export async function assertSeesEverybody(zendesk: Zendesk): Promise<void> {
  const { user } = (await askWhoWeAre(zendesk)).body
  if (user.id && user.role === 'admin') return
  throw new SystemFailure(
    'forbidden',
    `${zendesk.api.wire.name} showed no user, but our account there is no admin, so it may not see everybody. Use the token of an admin.`,
  )
}
