import { describe, expect, it } from 'vitest'
import { unreadMessages } from '@/lib/core/request/unread'
import { priya, requester, sam } from './cast'
import { aRequest, question, type Story, siblings, ticket } from './given'

const writes = (story: Story, text = 'Stop! This is not what I want.') =>
  story.does(requester(story.request.id), 'reply', { text })
const calls = (story: Story) =>
  story.does(sam, 'record-reply', {
    channel: 'telephone',
    at: '2026-06-01',
    text: 'Please stop',
    effect: 'withdraw',
  })
const note = 'Looked at'
const banned = () => aRequest({ accountState: 'banned' }).begun()
const enterprise = () => aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun()
const repeated = () => {
  const [first, second] = ['earlier', 'later'].map(name => aRequest({ accountState: 'banned' }, { name }))
  if (!first || !second) throw new Error('two stories')
  second.now = new Date(second.now.getTime() + 1000)
  second.request = { ...second.request, receivedAt: second.now }
  siblings(first.begun(), second.begun())
  return second
}

type Ending = [what: string, story: () => Story, end: (story: Story) => ReturnType<Story['attempt']>]
const endings: readonly Ending[] = [
  [
    'refused by Privacy',
    () => aRequest().begun(),
    story => story.attempt(priya, 'close', { outcome: 'refused', note }),
  ],
  [
    'closed as a duplicate',
    repeated,
    story => story.attempt(sam, 'send-message', { message: 'duplicate-request' }),
  ],
  ['marked as a duplicate', repeated, story => story.attempt(sam, 'mark-duplicate')],
  [
    'failed once the answers have been judged',
    () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().answered(),
    story => story.attempt(sam, 'fail-verification', { note }),
  ],
  [
    'denied by a security review',
    () => banned().reviewRequested(),
    story => story.attempt(sam, 'record-security-review', { result: 'denied' }),
  ],
  [
    'ended because the owner said no',
    () => enterprise().consented().ownerContacted(),
    story => story.attempt(sam, 'record-owner-decision', { granted: false, ticket }),
  ],
  [
    'ended because the account is gone',
    () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().vanished(),
    story => story.attempt(sam, 'send-message', { message: 'account-already-deleted' }),
  ],
  [
    'ended as embargoed',
    () => aRequest({}, { type: 'data-export', country: 'DE' }).begun(),
    story => {
      story.rules.embargoed = ['DE']
      return story.attempt(sam, 'send-message', { message: 'embargoed-country' })
    },
  ],
  [
    'refused for lack of authority',
    () => aRequest({}, { type: 'deceased-deletion', relationship: 'authorized-agent' }).begun(),
    story => story.attempt(priya, 'validate-authority', { valid: false, note }),
  ],
]

describe.each(endings)('a request that would be %s', (_what, begin, end) => {
  it('doesn’t end before what the person wrote has been read', () => {
    const story = writes(begin())
    expect(end(story)).toBe('unread-message')
    expect(story.state).not.toBe('closed')
    expect(end(story.read())).toBeNull()
    expect(story.state).toBe('closed')
  })
  it('doesn’t end after they asked on the telephone to stop, either', () => {
    const story = calls(begin())
    expect(end(story)).toBe('unread-message')
    expect(story.does(sam, 'close', { outcome: 'withdrawn', note }).request.outcome).toBe('withdrawn')
  })
  it('ends where nothing is unread', () => {
    expect(end(begin())).toBeNull()
  })
})

describe('the message that the account is gone', () => {
  it('completes no deletion while something is unread, even where the rest continues', () => {
    const story = writes(aRequest().begun().vanished())
    const sends = () => story.attempt(sam, 'send-message', { message: 'account-already-deleted' })
    expect(sends()).toBe('unread-message')
    expect(story.task('gitlab-deletion').state).toBe('open')
    story.read()
    expect([sends(), story.task('gitlab-deletion').resolution]).toEqual([null, 'complete'])
  })
})

describe('an account that is found gone when a hold ends', () => {
  const gitlab = 'gitlab-deletion'
  it('settles nothing while something is unread, and does so once it is read', () => {
    const story = writes(aRequest().begun().held('2026-06-05')).vanished().days(6)
    expect([story.openHolds, story.request.handled]).toEqual([['other'], null])
    expect(story.task(gitlab).state).toBe('open')
    expect(story.sent).not.toContain('account-already-deleted')
    story.read().days(1)
    expect([story.openHolds, story.request.handled]).toEqual([[], 'already-deleted'])
  })
  it('waits in the same way where Privacy releases the hold', () => {
    const story = writes(aRequest().begun().held()).vanished()
    const release = () => story.attempt(priya, 'release-hold', { note })
    expect([release(), story.task(gitlab).state]).toEqual(['unread-message', 'open'])
    expect([story.read() && release(), story.task(gitlab).resolution]).toEqual([null, 'complete'])
  })
  it('keeps no hold from ending where the account is still there', () => {
    expect(writes(aRequest().begun().held('2026-06-05')).days(6).openHolds).toEqual([])
  })
})

describe('a window of somebody else that runs out', () => {
  it('ends nothing while something of the person is unread, and does so once it is read', () => {
    const story = writes(enterprise().consented().ownerContacted(), 'Please don’t ask my boss')
    story.days(20)
    expect(story.state).toBe('verifying')
    expect(story.read().days(1).request.outcome).toBe('no-permission')
  })
})

describe('what ends a request without being read by itself', () => {
  it('is what the act itself judges: the answers, a reply in their place, an objection, documents', () => {
    const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
    for (const story of [risky().answered(), writes(risky(), 'I can’t remember')]) {
      story.does(sam, 'fail-verification', { note })
      expect([story.request.outcome, unreadMessages(story.request)]).toEqual(['not-verified', []])
    }
    const bereaved = aRequest({}, { type: 'deceased-deletion', relationship: 'authorized-agent' }).begun()
    bereaved.objected().does(priya, 'validate-authority', { valid: false, note })
    expect([bereaved.request.outcome, unreadMessages(bereaved.request)]).toEqual(['no-authority', []])
  })
  it('is the person’s own withdrawal; what they wrote before is still to be read', () => {
    const story = writes(aRequest().begun()).does(requester('the-request'), 'withdraw')
    expect([story.state, unreadMessages(story.request).length]).toEqual(['closed', 1])
  })
  it('is no question to Privacy and no note: neither ends anything', () => {
    const story = writes(aRequest().begun())
    expect(story.attempt(sam, 'escalate', question)).toBeNull()
    expect(story.attempt(sam, 'add-note', { text: note })).toBeNull()
  })
})
