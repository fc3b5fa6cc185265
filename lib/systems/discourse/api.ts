import { z } from 'zod'
import { SystemFailure } from '../failure'
import { type Asking, askJson, type JsonApi, path } from '../json-api'
import type { Wire } from '../wire'

/** The calls of Discourse's API that are used (docs.discourse.org), in `docs/systems/discourse.md`. */

export interface DiscourseSettings {
  url: string
  apiKey: string
  apiUsername: string
}

const meSchema = z.object({
  current_user: z.object({ admin: z.boolean().optional() }),
})
const profileSchema = z.object({ user: z.object({ id: z.int(), username: z.string() }) })
const emailsSchema = z.object({ email: z.string(), secondary_emails: z.array(z.string()).default([]) })
const adminUserSchema = z.object({
  id: z.int(),
  admin: z.boolean(),
  moderator: z.boolean().default(false),
  post_count: z.int().nonnegative(),
  can_be_deleted: z.boolean().optional(),
})
const listSchema = z.array(
  z.object({ id: z.int(), email: z.string(), secondary_emails: z.array(z.string()).default([]) }),
)
const batchSchema = z.object({ posts_deleted: z.int().nonnegative() })
const deletedSchema = z.object({ deleted: z.boolean() })

const said = z.union([
  z.object({ errors: z.array(z.string()).nonempty() }).transform(body => body.errors[0]),
  z.object({ message: z.string() }).transform(body => body.message),
])

/** Letters of any script, as a forum may allow them; what would be another path is none. */
const USERNAME = /^[\p{L}\p{N}\p{M}_][\p{L}\p{N}\p{M}_.-]{0,99}$/u

/** How long Discourse may need to delete a batch of posts, or a user with a few. */
const DELETING_MS = 60_000
/** The largest id that a user could have, so nobody's. */
const NOBODY = 2_147_483_647

const lower = (text: string) => text.trim().toLowerCase()

export interface Profile {
  id: number
  username: string
}

/** A user as admins see them. */
export interface ForumUser {
  id: number
  /** An admin or a moderator, or one of the forum's own users, whose ids are below 1. */
  isStaff: boolean
  posts: number
  /** Discourse itself says that it wouldn't let us delete the user. */
  isRefused: boolean
}

export type Deletion = 'deleted' | 'refused' | 'not-found-or-forbidden'

export type DiscourseApi = ReturnType<typeof discourseApi>

/** A forum. Every call throws `SystemFailure` where it isn't sure of the answer. */
export function discourseApi({ url, apiKey, apiUsername }: DiscourseSettings, wire: Wire) {
  const api: JsonApi = {
    base: url,
    headers: { 'api-key': apiKey, 'api-username': apiUsername },
    wire,
    said: error => said.safeParse(error).data ?? null,
  }
  const ask = async <Schema extends z.ZodType = z.ZodType<undefined>>(asking: Asking<Schema>) =>
    await askJson(api, asking)

  const whoAmI = async () => {
    const { body, headers } = await ask({ path: '/session/current.json', schema: meSchema })
    return { isAdmin: body.current_user.admin === true, headers }
  }

  /** Discourse answers 404 to people without rights, too: it counts only as long as our key is an admin's. */
  const absent = async (): Promise<null> => {
    const { isAdmin } = await whoAmI()
    if (isAdmin) return null
    throw new SystemFailure(
      'forbidden',
      `${wire.name} no longer takes our key for an admin’s, so it may hide users from us.`,
      { status: 404 },
    )
  }

  const listed = async (query: Record<string, string>) => {
    const { body } = await ask({
      path: '/admin/users/list/active.json',
      query: { ...query, show_emails: true },
      schema: listSchema,
    })
    return body
  }

  return {
    name: wire.name,
    /** Where people look at users. */
    link: `${url}/admin/users`,
    whoAmI,

    /** The user of a name, in any case; null where there is none. */
    async byName(name: string): Promise<Profile | null> {
      const wanted = name.trim().replace(/^@/, '')
      if (!USERNAME.test(wanted)) return null
      const told = await ask({ path: `${path('u', wanted)}.json`, schema: profileSchema, allow: [404] })
      if (told.status === 404) return await absent()
      const { user } = told.body
      // Equal but for case, and for how its accents are written.
      if (wanted.localeCompare(user.username, 'en', { sensitivity: 'accent' }) !== 0)
        throw new SystemFailure('nonsense', `${wire.name} answered with another user than was asked for.`)
      return user
    },

    /** Every confirmed address of a user, in lower case. Discourse notes in its log that they were looked at. */
    async emailsOf({ username }: Profile): Promise<string[]> {
      const { body } = await ask({ path: `${path('u', username, 'emails')}.json`, schema: emailsSchema })
      return [body.email, ...body.secondary_emails].map(lower)
    },

    /** The ids of users with an address, first or secondary. */
    async byEmail(email: string): Promise<number[]> {
      const has = (user: z.output<typeof listSchema>[number]) =>
        [user.email, ...user.secondary_emails].some(known => lower(known) === lower(email))
      // The one finds by the first address, the other by each, but also by a part of a name.
      const exact = await listed({ email })
      const hits = exact.length === 1 ? exact : exact.filter(has)
      const users = hits.length > 0 ? hits : (await listed({ filter: email })).filter(has)
      return users.map(({ id }) => id)
    },

    /** A user by id; null where there is none. */
    async user(id: number): Promise<ForumUser | null> {
      const told = await ask({
        path: `${path('admin', 'users', id)}.json`,
        schema: adminUserSchema,
        allow: [404],
      })
      if (told.status === 404) return await absent()
      const { body } = told
      if (body.id !== id)
        throw new SystemFailure('nonsense', `${wire.name} answered with another user than was asked for.`)
      return {
        id,
        isStaff: body.admin || body.moderator || id < 1,
        posts: body.post_count,
        isRefused: body.can_be_deleted === false,
      }
    },

    /** @returns how many posts were deleted: at most twenty, as Discourse has it */
    async deleteSomePosts(id: number): Promise<number> {
      const { body } = await ask({
        method: 'PUT',
        path: `${path('admin', 'users', id, 'delete_posts_batch')}.json`,
        schema: batchSchema,
        patienceMs: DELETING_MS,
      })
      return body.posts_deleted
    },

    /** Deletes a user with the posts that are left. */
    async deleteUser(id: number): Promise<Deletion> {
      const told = await ask({
        method: 'DELETE',
        path: `${path('admin', 'users', id)}.json`,
        query: { delete_posts: true },
        schema: deletedSchema,
        allow: [403, 404],
        patienceMs: DELETING_MS,
      })
      if (told.status !== 403 && told.status !== 404) return told.body.deleted ? 'deleted' : 'refused'
      return deletedSchema.safeParse(told.error).data?.deleted === false
        ? 'refused'
        : 'not-found-or-forbidden'
    },

    /** Whether the key may change anything: it asks to delete posts of nobody. */
    async mayWrite(): Promise<boolean> {
      const { status } = await ask({
        method: 'PUT',
        path: `${path('admin', 'users', NOBODY, 'delete_posts_batch')}.json`,
        allow: [403, 404],
      })
      return status === 404
    },
  }
}
