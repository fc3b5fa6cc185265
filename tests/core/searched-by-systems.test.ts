import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { system } from '@/tests/factories/system'
import { sam } from './cast'
import { allConnected, gitlab, portal, zendesk } from './connected'
import { aRequest, type Story } from './given'

const search = 'zendesk-cdot-deletion'

/** A request whose account GitLab has found, with everything connected. */
function connected(account: Parameters<typeof aRequest>[0] = {}): Story {
  const story = aRequest(account)
  story.systems = allConnected
  story.source = gitlab.key
  return story
}
const effects = (story: Story, kind: string) => story.effects.filter(effect => effect.kind === kind)

describe('searching before a person decides', () => {
  const found = (story: Story, of: 'zendesk' | 'customersPortal', state: 'found' | 'nothing' | 'failed') =>
    story.onTask(
      search,
      'record-search',
      {
        system: of === 'zendesk' ? zendesk.key : portal.key,
        of,
        state,
        ids: state === 'found' ? ['9'] : [],
        words: 'W',
      },
      system,
    )
  const confirm = (story: Story) =>
    adviceFor(story.request, story.systems)
      .flatMap(({ steps }) => steps)
      .find(({ label }) => label.startsWith('Confirm'))

  it('begins by itself once the task is open, and only where something can be searched', () => {
    expect(effects(connected().begun(), 'search-systems')).toHaveLength(1)
    expect(effects(aRequest().begun(), 'search-systems')).toEqual([])
    const only = connected()
    only.systems = [gitlab]
    expect(effects(only.begun(), 'search-systems')).toEqual([])
  })

  it('decides nothing by itself; a person confirms by one click what was found', () => {
    const story = connected().begun()
    found(story, 'zendesk', 'found')
    expect(confirm(story)).toBeUndefined()
    found(story, 'customersPortal', 'nothing')
    expect(story.task(search).state).toBe('open')
    expect(confirm(story)).toMatchObject({
      label: 'Confirm: found in Zendesk only',
      preset: { 'found.zendesk': true, 'found.customersPortal': false },
    })
  })

  it('never takes a system that couldn’t look for one that found nobody', () => {
    const story = connected().begun()
    found(story, 'zendesk', 'failed')
    found(story, 'customersPortal', 'nothing')
    expect(confirm(story)).toBeUndefined()
    story.onTask(search, 'search-again')
    expect(story.task(search).searches).toEqual([])
    expect(effects(story, 'search-systems')).toHaveLength(2)
    found(story, 'zendesk', 'nothing')
    found(story, 'customersPortal', 'nothing')
    expect(confirm(story)?.label).toBe('Confirm: found nowhere')
  })
})

describe('issues', () => {
  it('a question to Privacy opens one where a system keeps issues, unless its link is known', () => {
    expect(effects(connected().begun().escalated(), 'open-issue')).toMatchObject([{ about: 'escalation' }])
    expect(effects(aRequest().begun().escalated(), 'open-issue')).toEqual([])
  })

  it('a security review may be asked for without a link only where a system opens its issue', () => {
    const banned = () => connected({ accountState: 'banned' })
    const story = banned().begun()
    story.does(sam, 'request-security-review', {})
    const [effect] = effects(story, 'open-issue')
    expect(effect).toMatchObject({ about: 'security-review' })
    const id = story.request.reviews[0]?.id
    const issue = 'https://gitlab.example/privacy/security/-/issues/1'
    story.does(system, 'link-issue', { issue, review: id })
    expect(story.request.reviews[0]?.issue).toBe(issue)
    const alone = banned()
    alone.systems = []
    expect(alone.begun().attempt(sam, 'request-security-review', {})).toBe('invalid-input')
  })
})
