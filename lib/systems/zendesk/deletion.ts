import { z } from 'zod'
import type { EffectPlan, Look } from '../contract'
import { SystemFailure } from '../failure'
import { askJson } from '../json-api'
import { askForOne, idSchema, isDuplicate, type Zendesk } from './api'

/** What the ledger calls the two halves of a deletion. */
export const SOFTLY = 'delete-user'
export const FOR_GOOD = 'delete-user-for-good'

const deletedSchema = z.object({
  deleted_user: z.object({ id: idSchema, name: z.string().nullish(), email: z.string().nullish() }),
})
const statusesSchema = z.object({
  compliance_deletion_statuses: z.array(
    z.object({ action: z.string(), application: z.string(), created_at: z.string().nullish() }),
  ),
})
export type DeletionStatus = z.output<typeof statusesSchema>['compliance_deletion_statuses'][number]

/** What is still shown of a deleted user: nothing, that it is erased, or its old data. */
export async function deletedUser(zendesk: Zendesk, id: string): Promise<'none' | 'erased' | 'shown'> {
  const told = await askForOne(zendesk, { path: `/deleted_users/${id}`, schema: deletedSchema })
  if (!told) return 'none'
  const { name, email } = told.body.deleted_user
  return name === 'Permanently Deleted User' || !email ? 'erased' : 'shown'
}

/** How far the erasure is, product by product; null before it was asked for. */
export async function deletionStatuses(zendesk: Zendesk, id: string): Promise<DeletionStatus[] | null> {
  const path = `/users/${id}/compliance_deletion_statuses`
  const told = await askForOne(zendesk, { path, schema: statusesSchema })
  const statuses = told?.body.compliance_deletion_statuses ?? []
  return statuses.length > 0 ? statuses : null
}

const userSchema = z.object({ user: z.object({ active: z.boolean() }) })

async function lookSoftly(zendesk: Zendesk, id: string): Promise<Look> {
  const told = await askForOne(zendesk, { path: `/users/${id}`, schema: userSchema })
  if (told?.body.user.active) return { is: 'not-done' }
  if (told) return { is: 'done', result: 'deleted' }
  return (await deletedUser(zendesk, id)) === 'none' ? { is: 'unknown' } : { is: 'done', result: 'deleted' }
}

async function deleteSoftly(zendesk: Zendesk, id: string): Promise<string> {
  const told = await askForOne(zendesk, { method: 'DELETE', path: `/users/${id}`, schema: userSchema })
  if (told && !told.body.user.active) return 'deleted'
  const now = await lookSoftly(zendesk, id)
  if (now.is === 'done') return now.result
  throw new SystemFailure('unexpected', `${zendesk.api.wire.name} didn’t delete user ${id}.`)
}

async function lookForGood(zendesk: Zendesk, id: string): Promise<Look> {
  if (await deletionStatuses(zendesk, id)) return { is: 'done', result: 'permanent deletion requested' }
  const now = await deletedUser(zendesk, id)
  if (now === 'erased') return { is: 'done', result: 'permanently deleted' }
  return now === 'shown' ? { is: 'not-done' } : { is: 'unknown' }
}

async function deleteForGood({ api }: Zendesk, id: string): Promise<string> {
  const path = `/deleted_users/${id}`
  const { status, error } = await askJson(api, {
    method: 'DELETE',
    path,
    schema: deletedSchema,
    allow: [422],
  })
  if (status !== 422) return 'permanent deletion requested'
  if (isDuplicate(error)) return 'permanent deletion had been requested'
  const words = `${api.wire.name} refused to delete user ${id} permanently (422).`
  throw new SystemFailure('unexpected', words, { status })
}

/** The two halves of deleting a user, for the ledger. The first can be undone by an admin of Zendesk, the second can't. */
export const halvesOf = (zendesk: Zendesk, id: string): readonly [EffectPlan, EffectPlan] => [
  {
    what: SOFTLY,
    target: id,
    before: 'active',
    act: () => deleteSoftly(zendesk, id),
    look: () => lookSoftly(zendesk, id),
  },
  {
    what: FOR_GOOD,
    target: id,
    before: 'deleted',
    act: () => deleteForGood(zendesk, id),
    look: () => lookForGood(zendesk, id),
  },
]
