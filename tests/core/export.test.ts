import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { unreadMessages } from '@/lib/core/request/unread'
import { priya, requester, type robin, sam } from './cast'
import { aRequest, type Story } from './given'

describe('a data export', () => {
  const begin = (more: object = {}, account: Partial<typeof robin> = {}) =>
    aRequest(account, { type: 'data-export', country: 'NL', ...more }).begun()
  const helped = (rating: 'low' | 'medium' | 'high', privateProjects: number) =>
    begin({ rating }, { privateProjects }).selfServed().helped()

  it('confirms the mailbox here, too', () => {
    expect(aRequest({}, { type: 'data-export', country: 'NL' }).state).toBe('submitted')
  })
  it('is for free and paid individuals alike', () => {
    for (const plan of ['free', 'ultimate'])
      expect(begin({}, { plan, subscriptionEndsOn: '2027-01-01' }).selfServed().helped().openHolds).toEqual(
        [],
      )
  })
  it('of an enterprise account, or of none: not the controller, no account', () => {
    expect(begin({}, { enterprise: true }).request.outcome).toBe('not-controller')
    expect(begin({}, { accountState: 'deleted' }).request.outcome).toBe('no-account')
  })
  it.each([
    ['CU'],
    ['IR'],
    ['KP'],
    ['SY'],
    ['RU'],
    ['BY'],
    ['UA', 'UA-43'],
    ['UA', 'UA-14'],
    ['UA', 'UA-09'],
  ])('from %s %s: Embargoed Country, exception, embargoed', (country, region?: string) => {
    const story = begin({ country, region })
    expect(story.request.outcome).toBe('embargoed')
    expect(story.task('export').resolution).toBe('exception')
    expect(story.sent.at(-1)).toBe('embargoed-country')
  })
  it('counts the country on the request, never the directory’s', () => {
    expect(begin({}, { country: 'CU' }).state).toBe('verifying')
  })
  it('has the list from the settings', () => {
    expect(begin({ rules: { embargoed: ['NL'] } }).request.outcome).toBe('embargoed')
    expect(begin({ country: 'CU', rules: { embargoed: [] } }).state).toBe('verifying')
  })
  it('from Ukraine without a region asks for it, and passes nothing', () => {
    const story = begin({ country: 'UA' })
    expect(adviceFor(story.request)[0]?.steps[0]?.command).toBe('correct-jurisdiction')
    expect(story.attempt(sam, 'send-message', { message: 'project-export-self-serve' })).toBe('illegal-state')
    const note = 'They wrote so'
    expect(story.attempt(sam, 'record-region', { region: 'US-CA', note })).toBe('contradiction')
    story.does(sam, 'record-region', { region: 'UA-30', note })
    expect(story.selfServed().windowEnds).toHaveLength(1)
    const crimea = begin({ country: 'UA' }).does(sam, 'record-region', { region: 'UA-43', note })
    expect(crimea.request.outcome).toBe('embargoed')
    expect(crimea.task('export').resolution).toBe('exception')
  })
  it.each([
    ['checking', (story: Story) => story.confirmed()],
    ['verifying', (story: Story) => story.begun().selfServed()],
    ['processing', (story: Story) => story.begun().selfServed().helped()],
    [
      'processing, its file uploaded',
      (story: Story) => story.begun().selfServed().helped().uploaded('export'),
    ],
  ])('Embargoed Country can be sent while nothing was handed over: %s', (_what, go) => {
    // The list of the settings has grown meanwhile.
    const embargoed: string[] = []
    const story = go(aRequest({}, { type: 'data-export', country: 'NL', rules: { embargoed } }))
    embargoed.push('NL')
    story.says('embargoed-country')
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'embargoed' })
    expect(story.task('export')).toMatchObject({ resolution: 'exception', note: 'The country is embargoed' })
  })
  it('Embargoed Country can’t be sent any more once the files were handed over', () => {
    const embargoed: string[] = []
    const story = aRequest({}, { type: 'data-export', country: 'NL', rules: { embargoed } }).begun()
    story.selfServed().helped().completed('export')
    embargoed.push('NL')
    expect(story.attempt(sam, 'send-message', { message: 'embargoed-country' })).toBe('illegal-state')
  })
  it('Embargoed Country can’t be sent to others', () => {
    expect(begin().attempt(sam, 'send-message', { message: 'embargoed-country' })).toBe('contradiction')
  })
  it('Project Export Self-Serve: 7 days; silence: note, exception, no-response', () => {
    const story = begin().selfServed()
    expect(story.windowEnds).toEqual(['2026-06-08T23:59:59'])
    expect(story.clock('2026-06-08T23:59:59').state).toBe('verifying')
    story.clock('2026-06-09T00:00')
    expect(story.request.outcome).toBe('no-response')
    expect(story.task('export')).toMatchObject({
      resolution: 'exception',
      note: expect.stringMatching(/7 days/),
    })
    expect(story.effects.map(effect => effect.kind)).toContain('note')
    expect(story.sent.at(-1)).toBe('request-closed')
  })
  it('no-response, reopened: the instructions again, with a new window, which runs out again', () => {
    const story = begin().selfServed().days(8).does(sam, 'reopen', { reason: 'x' })
    expect(story.sent.at(-1)).toBe('project-export-self-serve')
    expect(story.windowEnds).toEqual(['2026-06-16T23:59:59'])
    expect(story.task('export').state).toBe('open')
    expect(story.days(8).request.outcome).toBe('no-response')
  })
  it('help isn’t asked for before the instructions were sent', () => {
    const story = begin()
    expect(story.attempt(requester(story.request.id), 'ask-for-help', { text: 'Help' })).toBe('not-asked')
  })
  it.each([
    ['low', 3, 'processing'],
    ['medium', 0, 'processing'],
    ['medium', 3, 'verifying'],
    ['high', 0, 'verifying'],
    ['high', 3, 'verifying'],
  ] as const)('needs help, rated %s with %i private projects: %s', (rating, projects, state) => {
    const story = helped(rating, projects)
    expect(story.state).toBe(state)
    if (state === 'verifying') expect(story.asked().days(8).request.outcome).toBe('not-verified')
  })
  it('a colleague who takes the export in hand has read the call for help, and nothing else', () => {
    const story = begin().selfServed()
    const person = requester(story.request.id)
    story.does(person, 'ask-for-help', { text: 'It breaks off' })
    const unread = () => unreadMessages(story.request).map(({ key }) => key)
    expect(unread()).toEqual(['asked-for-help'])
    story.onTask('export', 'tick-step', { step: 'check-scope' })
    expect(unread()).toEqual([])
    story.does(person, 'reply', { text: 'And please hurry' })
    story.onTask('export', 'tick-step', { step: 'export' })
    expect(unread()).toEqual(['reply'])
  })
  it('exports personal projects and those of groups without other members, nothing else', () => {
    expect(helped('low', 0).task('export').steps[0]?.help).toMatch(/only member\. Nothing else/)
  })
  it('Project Export Complete needs the file and the steps, sends itself and completes the task', () => {
    const message = 'project-export-complete'
    const story = helped('low', 0)
    expect(story.attempt(sam, 'send-message', { message })).toBe('steps-open')
    expect(story.ticked('export').attempt(sam, 'send-message', { message })).toBe('file-missing')
    story.uploaded('export')
    expect(story.attempt(priya, 'send-message', { message })).toBe('needs-note-from-privacy')
    story.says(message)
    expect(story.task('export').resolution).toBe('complete')
    expect(story.sent.slice(-2)).toEqual([message, 'request-fulfilled'])
    // The closing words don't deny that there is something left to fetch.
    expect(story.variables('request-fulfilled')).toHaveProperty('download_until')
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('Complete sends it, too, once', () => {
    const story = helped('low', 0).completed('export')
    expect(story.sent.filter(item => item === 'project-export-complete')).toHaveLength(1)
    expect(story.variables('project-export-complete')).toHaveProperty('download_until')
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('is never Not Found', () => {
    expect(helped('low', 0).tryTask('export', 'resolve', { resolution: 'not_found' })).toBe(
      'not-found-not-allowed',
    )
  })
})
