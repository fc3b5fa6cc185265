import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/people/actor'
import { represent } from '@/lib/core/view/representation'
import { carl, finn, priya, requester, rosa, sam } from './cast'
import { aRequest, type Story, ticket } from './given'
import { rules } from './runner'
import { situations } from './situations'

const staff = [sam, rosa, carl, finn, priya]
type Schema = Record<string, unknown>
const isRecord = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** The least that a program would send which knows nothing but the schema. */
function least(schema: unknown): unknown {
  if (!isRecord(schema)) return undefined
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (schema.type === 'boolean') return true
  if (schema.pattern === '^[A-Z]{2}-[A-Z0-9]{1,3}$') return 'UA-30'
  if (schema.type === 'string') return schema.format === 'uri' ? ticket : 'words'
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.fromEntries(required.map(key => [key, least(properties[String(key)])]))
}

const offered = (story: Story, actor: Actor) =>
  actor.kind === 'staff' ? represent(story.request, actor, 'UTC', rules).nextSteps : []
const take = (story: Story, actor: Actor, at: number) => {
  const step = offered(story, actor)[at]
  const task = story.request.tasks.find(task => task.id === step?.taskId)
  return story.attempt(actor, step?.command ?? '', least(step?.input), task)
}

describe.each(situations)('%s', (_what, _turn, make) => {
  it('takes the least that each next step’s schema asks for', () => {
    for (const actor of staff)
      for (const [at, step] of offered(make(), actor).entries())
        expect(take(make(), actor, at), `${step.command} by ${actor.role}`).toBeNull()
  })
})

const resolveOf = (story: Story, key: string, actor = sam) =>
  offered(story, actor).find(step => step.command === 'resolve' && step.taskId === story.task(key).id)?.input

describe('the input of a next step', () => {
  it('of a search says where data may be found, and nothing else decides', () => {
    const search = resolveOf(aRequest().begun(), 'zendesk-cdot-deletion')
    expect(search).toMatchObject({
      required: ['found'],
      properties: { found: { required: ['zendesk', 'customersPortal'] } },
    })
    expect(search?.properties).not.toHaveProperty('resolution')
    const portal = resolveOf(aRequest({}, { type: 'portal-deletion' }).confirmed(), 'customers-portal-search')
    expect(portal).toMatchObject({ properties: { found: { required: ['customersPortal'] } } })
  })
  it('of a checklist names only the resolutions that it may have, an exception with its note', () => {
    const done = resolveOf(aRequest().begun().ticked('gitlab-deletion'), 'gitlab-deletion')
    expect(done).toMatchObject({
      required: ['resolution'],
      properties: { resolution: { enum: ['complete', 'exception'] } },
      anyOf: [expect.anything(), { required: ['note'] }],
    })
  })
  it('of another team’s task asks Privacy for the note', () => {
    const story = aRequest().begun()
    expect(offered(story, priya).every(step => JSON.stringify(step.input.required).includes('note'))).toBe(
      true,
    )
  })
  it('of an answer in one’s own words asks for them', () => {
    const silent = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().days(8)
    silent.does(requester(silent.request.id), 'reply', { text: 'I was away' })
    const answer = offered(silent, sam).find(step => step.command === 'send-message')
    expect(answer?.input.required).toContain('body')
  })
})
