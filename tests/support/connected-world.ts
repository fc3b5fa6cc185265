import { afterAll, beforeEach } from 'vitest'
import { aWorld, type World } from '@/tests/factories/world'
import { aSystem } from './a-system'
import { Discourse } from './stand-ins/discourse'
import { GitLabStandIn } from './stand-ins/gitlab'
import { HttpSystem } from './stand-ins/http-system'
import type { StandIn } from './stand-ins/stand-in'
import { ZendeskStandIn } from './stand-ins/zendesk'

export interface ConnectedWorld extends World {
  gitlab: GitLabStandIn
  zendesk: ZendeskStandIn
  portal: HttpSystem
  marketing: HttpSystem
  forum: Discourse
  /** A request for an account that GitLab has, confirmed and checked. */
  about(username: string, fields?: Record<string, string>): Promise<string>
  /** The same for several accounts, which takes less time than one after the other. @returns in the order of the names */
  aboutEach(usernames: readonly string[], fields?: Record<string, string>): Promise<string[]>
  /** Runs jobs until none is left, those that wait for a system included, as time passing would. */
  workOn(): Promise<void>
}

interface HowConnected {
  /** Where the product reaches a stand-in; without it, directly. */
  reachedAt?(standIn: StandIn): Promise<{ host: string; url: string }>
  /** More hosts that may be reached, for systems that a test connects itself. */
  alsoAllowed?: readonly string[]
  /** How many jobs run side by side. */
  atOnce?: number
}

/** A world in which every other company's server is connected, each played by a stand-in at the socket. */
export async function connectedWorld({
  reachedAt = async standIn => standIn,
  alsoAllowed = [],
  atOnce = 1,
}: HowConnected = {}): Promise<ConnectedWorld> {
  const gitlab = await new GitLabStandIn().listen()
  const zendesk = await new ZendeskStandIn().listen()
  const portal = await new HttpSystem().listen()
  const marketing = await new HttpSystem().listen()
  const forum = await new Discourse().listen()
  const standIns = [gitlab, zendesk, portal, marketing, forum]
  const reached = new Map<StandIn, { host: string; url: string }>()
  for (const standIn of standIns) reached.set(standIn, await reachedAt(standIn))
  const urlOf = (standIn: StandIn) => reached.get(standIn)?.url ?? standIn.url
  const hosts = [...reached.values()].map(({ host }) => host)
  process.env.ALLOWED_PRIVATE_HOSTS = [...hosts, ...alsoAllowed].join(',')
  const world = await aWorld({ atOnce })
  afterAll(() => Promise.all(standIns.map(standIn => standIn.close())))
  beforeEach(async () => {
    for (const standIn of standIns) standIn.clearFaults()
    await world.sql(`update connected_system set enabled = true, paused_until = null, failures = 0`)
    await world.sql('delete from rate_limit')
  })
  await aSystem({
    key: 'gitlab',
    kind: 'gitlab',
    name: 'GitLab',
    settings: { url: urlOf(gitlab), escalationProject: 'privacy/escalations', canaryUserId: 7 },
    secrets: { token: gitlab.token },
  })
  await aSystem({
    key: 'zendesk',
    kind: 'zendesk',
    name: 'Zendesk',
    settings: { url: urlOf(zendesk), email: zendesk.email },
    secrets: { token: zendesk.token, webhookSecret: zendesk.webhookSecret },
  })
  for (const [key, standIn] of [
    ['customers-portal', portal],
    ['marketing', marketing],
  ] as const)
    await aSystem({
      key,
      kind: 'http',
      name: key,
      settings: { url: urlOf(standIn), role: key },
      secrets: { secret: standIn.secret },
    })
  await aSystem({
    key: 'discourse',
    kind: 'discourse',
    name: 'Forum',
    settings: { url: urlOf(forum), apiUsername: 'system' },
    secrets: { apiKey: 'of-thirty-letters' },
  })
  const waiting = () =>
    world.sql<{ id: string }>(
      `update graphile_worker._private_jobs set run_at = now() where run_at > now() and attempts < max_attempts
       returning id::text`,
    )
  const left = () =>
    world.sql('select id from graphile_worker._private_jobs where attempts < max_attempts limit 1')
  const workOn = async () => {
    await world.work()
    for (let turn = 0; turn < 60 && (await waiting()).length > 0; turn++) {
      await world.sql('update connected_system set paused_until = null')
      await world.sql('delete from rate_limit')
      await world.drain()
      if ((await left()).length === 0) await world.work()
    }
  }
  const aboutEach: ConnectedWorld['aboutEach'] = async (usernames, fields = {}) => {
    const references: string[] = []
    for (const username of usernames)
      references.push(await world.submit({ email: `${username}@people.example`, username }, fields))
    await world.work()
    for (const reference of references) {
      const confirmed = await world.run('requester', reference, 'confirm')
      if (!confirmed.ok) throw new Error(`not confirmed: ${confirmed.reason}`)
    }
    await workOn()
    return references
  }
  return {
    ...world,
    gitlab,
    zendesk,
    portal,
    marketing,
    forum,
    workOn,
    aboutEach,
    async about(username, fields) {
      const [reference] = await aboutEach([username], fields)
      if (!reference) throw new Error('no request')
      return reference
    },
  }
}
