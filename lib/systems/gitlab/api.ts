import { z } from 'zod'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, type JsonApi, path, saidBy } from '@/lib/systems/json-api'
import type { Wire } from '@/lib/systems/wire'
import type { GitLabSettings } from './settings'

/** Everything that the parts of this kind need: the API with its credentials, and the settings. */
export interface GitLab extends JsonApi {
  readonly settings: GitLabSettings
}

const saidSchema = z.object({
  message: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  error: z.string().optional(),
})

/** GitLab says what is wrong as `message`, a text or a map by field, or as `error`. */
function said(body: unknown): string | null {
  const { data } = saidSchema.safeParse(body)
  const message = data?.message ?? data?.error ?? null
  return message === null || typeof message === 'string' ? message : JSON.stringify(message)
}

/** GitLab's REST API, version 4 (docs.gitlab.com/api/rest). */
export const gitlabApi = (settings: GitLabSettings, wire: Wire): GitLab => ({
  settings,
  base: `${settings.url}/api/v4`,
  headers: { 'private-token': settings.token },
  wire,
  said,
})

/** What GitLab said in a body, for comparing; empty where it said nothing. */
export const saidIn = (api: GitLab, body: unknown): string => saidBy(api, body) ?? ''

/**
 * Whether a 404 is GitLab's own word that this thing isn't there.
 * @throws SystemFailure for any other 404, such as a path that it doesn't know, or a proxy's
 */
export function isMissing(api: GitLab, status: number, body: unknown, what: 'User' | 'Group'): boolean {
  if (status !== 404) return false
  if (saidIn(api, body) === `404 ${what} Not Found`) return true
  throw new SystemFailure(
    'unexpected',
    `${api.wire.name} answered 404 in other words than “${what} Not Found”.`,
    {
      status,
    },
  )
}

/** @throws SystemFailure where an answer is about something else than was asked for, as from a cache that mixes people up */
export function isAskedFor(api: GitLab, id: number, asked: number | string): void {
  if (String(id) !== String(asked))
    throw new SystemFailure(
      'nonsense',
      `${api.wire.name} answered about something else than it was asked for.`,
    )
}

/** A whole number that GitLab gives as a number or, at times, as text. */
export const level = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
])

/** Of a change: GitLab confirms it with this very status. @throws SystemFailure where it answered with another success */
export function confirmed(api: GitLab, status: number, expected: number): void {
  if (status !== expected)
    throw new SystemFailure('nonsense', `${api.wire.name} answered ${status} where it says ${expected}.`, {
      status,
      mayHaveActed: true,
    })
}

const groupSchema = z.object({
  id: z.int().positive(),
  full_path: z.string().min(1),
  parent_id: z.int().nullish(),
  marked_for_deletion_on: z.string().nullish(),
})
export type Group = z.output<typeof groupSchema>

/** A group; null where GitLab says that there is none. */
export async function readGroup(api: GitLab, id: number | string): Promise<Group | null> {
  const { status, body, error } = await askJson(api, {
    path: path('groups', id),
    query: { with_projects: false },
    schema: groupSchema,
    allow: [404],
  })
  if (isMissing(api, status, error, 'Group')) return null
  isAskedFor(api, body.id, id)
  return body
}
