import { describe, expect, it } from 'vitest'
import { doneItems, itemsIn, nothingDone } from '@/lib/core/derived/tasks/done-items'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { priya, robin, sam } from './cast'
import { aRequest } from './given'

const gitlab = 'gitlab-deletion'
const portal = 'customers-portal-deletion'
const working = () => aRequest().begun()
const words = (story: ReturnType<typeof aRequest>) => {
  const { done_items, not_done_items } = story.variables('request-fulfilled')
  return { done: [done_items].flat().map(String), not: [not_done_items].flat().map(String) }
}

describe('Request Fulfilled', () => {
  it('is sent by the system when the last task is resolved, and closes', () => {
    const story = working().completed(gitlab).foundNowhere()
    expect(story.sent).not.toContain('request-fulfilled')
    story.marketed()
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'fulfilled', closedAt: story.now })
    expect(story.message('request-fulfilled').sender).toBe('system')
  })
  it('is the system’s even where a person resolves the last task', () => {
    const story = working().marketed().completed(gitlab).foundNowhere()
    expect(story.message('request-fulfilled').sender).toBe('system')
  })
  it.each([gitlab, 'zendesk-cdot-deletion', 'marketing-deletion', 'usage-data-deletion'])(
    'waits for %s',
    missing => {
      const story = working()
      if (missing !== gitlab) story.completed(gitlab)
      if (missing !== 'zendesk-cdot-deletion') story.foundNowhere()
      if (missing !== 'marketing-deletion') story.onTask('marketing-deletion', 'complete-system-task')
      if (missing !== 'usage-data-deletion') story.usageErased()
      expect(story.state).toBe('processing')
      expect(story.tasksThat('open')).toEqual([missing])
    },
  )
  it('waits for every follow-up', () => {
    const story = working().completed(gitlab).marketed().found({ zendesk: true, customersPortal: true })
    expect(story.completed('zendesk-deletion').state).toBe('processing')
    expect(story.completed(portal).request.outcome).toBe('fulfilled')
  })
  it('names what was done, and what was looked for and not there', () => {
    const story = working().completed(gitlab).marketed().found({ zendesk: true, customersPortal: true })
    story.completed('zendesk-deletion').onTask(portal, 'resolve', { resolution: 'not_found' })
    const { done, not } = words(story)
    expect(done).toHaveLength(3)
    expect(done.join(' ')).toMatch(/account.*deleted/)
    expect(done.join(' ')).toMatch(/support system was deleted/)
    expect(done.join(' ')).toMatch(/marketing/)
    expect(not).toEqual([expect.stringMatching(/no data.*Customers Portal/)])
  })
  it('never claims a deletion where nothing was found', () => {
    const { done, not } = words(working().completed(gitlab).foundNowhere().marketed())
    expect(done.join(' ')).not.toMatch(/support system|Customers Portal/)
    expect(not).toEqual([expect.stringMatching(/support system and the Customers Portal/)])
  })
  it('says nothing of the system that the search named as empty', () => {
    const story = working().completed(gitlab).marketed().found({ zendesk: true, customersPortal: false })
    const { done, not } = words(story.completed('zendesk-deletion'))
    expect([...done, ...not].join(' ')).not.toMatch(/Customers Portal/)
  })
  it('is a message that nobody sends by hand', () => {
    const story = working()
    expect(() => story.says('request-fulfilled')).toThrow('use-command')
    expect(() => story.says('no-such-message')).toThrow('unknown-message')
  })
})

describe('a request that ends before everything was done', () => {
  it('says that the address is on marketing’s list, and that the person can say no', () => {
    const story = working().marketed()
    const { done_items } = doneItems(story.request, true)
    expect(done_items).toContainEqual(expect.stringMatching(/is on the list of marketing data.*tell us/))
    expect(doneItems(story.request).done_items.join()).not.toContain('tell us')
  })
  it('says what was done before, where it becomes another type and is not permitted', () => {
    const story = working().marketed()
    story.account = { ...robin, enterprise: true }
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-blocking-groups' })).toBe('account-changed')
    story.does(sam, 'retype', { type: 'enterprise-deletion', note: 'It is theirs' })
    story.does(priya, 'release-hold', { note: 'Looked at it' }).days(8)
    const key = 'no-enterprise-admin-permission-deletion'
    expect(story.sent.at(-1)).toBe(key)
    expect(itemsIn(story.request, key).done_items).toEqual([
      expect.stringMatching(/is on the list of marketing data/),
    ])
  })
  it('tells nobody who may not be the right person what a search found', () => {
    const story = working().foundNowhere()
    for (const key of ['failed-verification', 'request-refused', 'request-closed'])
      expect(itemsIn(story.request, key).done_items).toEqual([])
  })
  it('names nothing that has only been planned', () => {
    expect(doneItems(working().request, true).done_items).toEqual([])
  })
  it.each([...requestTypes.values()])('says of $key that nothing was done, in words that fit', type => {
    const words = nothingDone({ type: type.key })
    const changes = type.action === 'rectification' || type.action === 'objection'
    expect(words).toBe(changes ? 'Nothing was changed.' : 'Nothing was deleted or handed over.')
  })
})
