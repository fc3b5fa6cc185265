import { z } from 'zod'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import type { GitLab } from './api'
import { asAdmin, readUser } from './users'

const selfSchema = z.object({
  id: z.int().positive(),
  is_admin: z.boolean().nullish(),
  email: z.string().nullish(),
})

/** The account whose token we use. */
export async function readSelf(api: GitLab): Promise<z.output<typeof selfSchema>> {
  return (await askJson(api, { path: path('user'), schema: selfSchema })).body
}

/** @throws SystemFailure unless our token sees what an admin sees: nothing that isn't found may be believed otherwise */
export async function requireAdmin(api: GitLab): Promise<void> {
  if ((await readSelf(api)).is_admin !== true) asAdmin(api, {})
}

/**
 * Reads an account that is surely there, so that a 404 for another one can be believed.
 * @returns which, for the evidence: `user 7`
 * @throws SystemFailure where it can't be read, or not as an admin
 */
export async function readCanary(api: GitLab): Promise<string> {
  const id = api.settings.canaryUserId
  if (id === undefined) {
    await requireAdmin(api)
    return 'the token’s own user'
  }
  const canary = await readUser(api, id)
  if (canary) return `user ${canary.id}`
  throw new SystemFailure(
    'unexpected',
    `${api.wire.name} doesn’t find user ${id}, which the settings name as an account that stays. Name another there.`,
  )
}
