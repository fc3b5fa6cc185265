import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import { describeError, log } from '@/lib/log'
import { clockCheck } from '@/lib/systems/connection-checks'
import type { SystemCheck } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import type { GitLab } from './api'
import { readCanary, readSelf } from './canary'
import { countAll } from './lists'
import { usersLike } from './users'

type Finding = Omit<SystemCheck, 'name'>

const fine = (words: string): Finding => ({ ok: true, words })
const wrong = (words: string): Finding => ({ ok: false, words })

const versionSchema = z.object({ version: z.string().max(100) })
const tokenSchema = z.object({
  scopes: z.array(z.string()),
  expires_at: z.string().nullish(),
})
const projectSchema = z.object({
  id: z.int(),
  issues_enabled: z.boolean().nullish(),
  issues_access_level: z.string().nullish(),
})

const WARNS_DAYS = 30
const DAY_MS = 86_400_000

const OTHER_TOKEN = 'The token is wrong, revoked or has ended. Enter another one.'

/** A line of the check. Every failure becomes words, with the host that it is about. */
async function line(api: GitLab, name: string, ask: () => Promise<Finding>): Promise<SystemCheck> {
  const { host } = new URL(api.base)
  try {
    return { name, ...(await ask()) }
  } catch (error) {
    if (error instanceof SystemFailure) {
      const said = error.message.includes(host) ? error.message : `${host}: ${error.message}`
      return {
        name,
        ...wrong(error.reason === 'credentials' ? `${said.replace(/\.$/, '')}. ${OTHER_TOKEN}` : said),
      }
    }
    log.error({ err: describeError(error) }, 'check of a connected system failed')
    return { name, ...wrong(`${host}: the check itself failed. The log says more.`) }
  }
}

async function rights(api: GitLab): Promise<Finding> {
  const self = await readSelf(api)
  if (self.is_admin !== true)
    return wrong(
      'The token’s user isn’t an admin, or Admin Mode is on and the token lacks the scope admin_mode. Use the token of an admin.',
    )
  const { status, body: token } = await askJson(api, {
    path: '/personal_access_tokens/self',
    schema: tokenSchema,
    allow: [400, 404],
  })
  if (status >= 400) return fine('The token is an admin’s. Its scopes can’t be read; it needs api.')
  if (!token.scopes.includes('api')) {
    const readsOnly = token.scopes.includes('read_api') ? ' read_api isn’t enough: it only reads.' : ''
    return wrong(
      `The token lacks the scope api.${readsOnly} Make one with api, and admin_mode where Admin Mode is on.`,
    )
  }
  return fine('An admin’s token with the scope api.')
}

async function expiry(api: GitLab, now: number): Promise<Finding> {
  const { status, body: token } = await askJson(api, {
    path: '/personal_access_tokens/self',
    schema: tokenSchema,
    allow: [400, 404],
  })
  const until = Date.parse(status < 400 ? (token.expires_at ?? '') : '')
  if (Number.isNaN(until)) return fine('The token says no day on which it ends.')
  const days = Math.ceil((until - now) / DAY_MS)
  const day = new Date(until).toISOString().slice(0, 10)
  return fine(
    days <= WARNS_DAYS
      ? `The token ends on ${day}. Make a new one before then, and enter it here.`
      : `The token ends on ${day}.`,
  )
}

async function finds(api: GitLab): Promise<Finding> {
  const self = await readSelf(api)
  const found = self.email ? await usersLike(api, self.email) : []
  return found.some(user => user.id === self.id)
    ? fine('Accounts are found by their addresses.')
    : wrong('The search by address doesn’t find the token’s own user. Use the token of an admin.')
}

async function exports(api: GitLab): Promise<Finding> {
  const self = await readSelf(api)
  await countAll(api, path('users', self.id, 'projects'), { simple: true })
  return fine('Projects can be listed. Whether they can be exported shows when the first one is.')
}

async function issues(api: GitLab, project: string | undefined, setting: string): Promise<Finding> {
  if (project === undefined) return fine(`No ${setting} is set, so people open such issues themselves.`)
  const { status, body } = await askJson(api, {
    path: path('projects', project),
    schema: projectSchema,
    allow: [404],
  })
  if (status === 404)
    return wrong(`GitLab has no project ${project}, or doesn’t show it to the token. Mend the ${setting}.`)
  const hasIssues = body.issues_enabled !== false && body.issues_access_level !== 'disabled'
  return hasIssues
    ? fine(`Issues can be opened in project ${body.id}.`)
    : wrong(`Issues are switched off in project ${body.id}. Switch them on, or set another ${setting}.`)
}

/** *Test connection*: what is right and what is wrong, in words. Changes nothing and throws nothing. */
export async function checkGitLab(api: GitLab): Promise<SystemCheck[]> {
  const { host } = new URL(api.base)
  const { escalationProject, securityProject, canaryUserId } = api.settings
  let said: IncomingHttpHeaders = {}
  let isAccepted = true
  const address = await line(api, 'Address', async () => {
    const { status, headers, body } = await askJson(api, {
      path: '/version',
      schema: versionSchema,
      allow: [401, 404],
    })
    said = headers
    isAccepted = status !== 401
    if (status === 404) return wrong(`${host} is no GitLab: it doesn’t know /api/v4/version.`)
    return fine(isAccepted ? `GitLab ${body.version} at ${host}.` : `${host} answers.`)
  })
  if (!address.ok) return [address]
  const time = clockCheck(said, systemClock.now())
  const credentials = await line(api, 'Credentials', async () => {
    const self = await readSelf(api)
    return fine(`The token is accepted; it is of user ${self.id}.`)
  })
  if (!isAccepted || !credentials.ok) return [address, credentials, time]
  const right = await line(api, 'Rights', async () => await rights(api))
  return [
    address,
    credentials,
    right,
    ...(await Promise.all([
      line(api, 'Expiry', async () => await expiry(api, Date.now())),
      line(api, 'Find', async () => await finds(api)),
      line(api, 'Erase', async () =>
        right.ok ? fine('The token may delete accounts and groups.') : wrong(right.words),
      ),
      line(api, 'Export', async () => (right.ok ? await exports(api) : wrong(right.words))),
      line(api, 'Escalations', async () => await issues(api, escalationProject, 'project for escalations')),
      line(
        api,
        'Security reviews',
        async () => await issues(api, securityProject, 'project for security reviews'),
      ),
      ...(canaryUserId === undefined
        ? []
        : [line(api, 'Account that stays', async () => fine(`Found: ${await readCanary(api)}.`))]),
    ])),
    time,
  ]
}
