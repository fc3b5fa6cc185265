import { describe, expect, test } from 'vitest'
import { journey } from '../factories/journey'
import { aWorld, quietAccount, riskyAccount } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, pass, run, runTask } = world
const highQuestions = 'high-risk-gitlab-account-verification-question'
const mediumQuestions = 'medium-risk-gitlab-account-verification-question'
/** Rated medium. */
const medium = { ...quietAccount, plan: 'ultimate', twoFactor: false }

describe('data access', () => {
  test('needs a file, is completed, the person is told where to fetch it, fulfilled', async () => {
    const { reference, now } = await me.begin('data-access')
    expect(now.tasks.map(task => task.name)).toEqual(['Support Engineer (Access)'])
    await me.tick(reference, '(Access)')
    const complete = { resolution: 'complete' }
    expect(await runTask('support-engineer', reference, '(Access)', 'resolve', complete)).toMatchObject({
      ok: false,
      reason: 'file-missing',
    })
    await me.attach(reference, '(Access)')
    await me.resolve(reference, '(Access)', { resolution: 'complete' })
    await me.closed(reference, 'fulfilled')
    expect(await me.keys(reference)).toContain('files-ready')
  })
  test('in neither system: not found, told kindly', async () => {
    const { reference } = await me.begin('data-access')
    await me.resolve(reference, '(Access)', { resolution: 'not_found' })
    await me.closed(reference, 'fulfilled')
    expect(await me.keys(reference)).not.toContain('files-ready')
  })
  test('an enterprise account: we are not the controller', async () => {
    const { reference } = await me.begin('data-access', { enterprise: true })
    await me.closed(reference, 'not-controller', 'enterprise-user-access-not-available')
  })
  test('an account that is deleted: no account', async () => {
    const { reference } = await me.begin('data-access', { accountState: 'deleted' })
    await me.closed(reference, 'no-account', 'no-account-found')
  })
  test('high with private projects: asked, and silence ends it', async () => {
    const { reference } = await me.begin('data-access', riskyAccount)
    await me.send(reference, highQuestions)
    await pass(reference, 9)
    await me.closed(reference, 'not-verified', 'failed-verification')
  })
})

describe('data export', () => {
  const helped = async (facts: object) => {
    const { reference } = await me.begin('data-export', facts)
    // An account with another country than the request: the person is asked first.
    if ('country' in facts)
      await me.command('support-engineer', reference, 'correct-jurisdiction', {
        country: 'DE',
        note: 'Said so',
      })
    await me.send(reference, 'project-export-self-serve')
    expect(await me.window(reference)).toEqual([{ reason: 'self-serve', days: 7 }])
    await me.command('requester', reference, 'ask-for-help', { text: 'It does not work for me.' })
    await me.command('support-engineer', reference, 'mark-read', {})
    return reference
  }
  test.each([
    ['CU', undefined],
    ['RU', undefined],
    ['UA', 'UA-43'],
    ['UA', 'UA-40'],
    ['UA', 'UA-14'],
    ['UA', 'UA-09'],
  ])('from %s %s: embargoed', async (country, region) => {
    const { reference } = await me.begin('data-export', { country }, { country, ...(region && { region }) })
    await me.closed(reference, 'embargoed', 'embargoed-country')
    expect((await me.task(reference, '(Access)')).resolution).toBe('exception')
  })
  test('from Ukraine without a region: asked for, not passed', async () => {
    const ukraine = { country: 'UA' }
    const { reference, now } = await me.begin('data-export', ukraine, ukraine)
    expect(now.state).toBe('verifying')
    expect(
      await run('support-engineer', reference, 'send-message', { message: 'project-export-self-serve' }),
    ).toMatchObject({ ok: false })
    await me.command('support-engineer', reference, 'record-region', { region: 'UA-30', note: 'Said so' })
    await me.send(reference, 'project-export-self-serve')
  })
  test('silent for seven days: no response, the task an exception', async () => {
    const { reference } = await me.begin('data-export')
    await me.send(reference, 'project-export-self-serve')
    await pass(reference, 9)
    await me.closed(reference, 'no-response', 'request-closed')
    expect((await me.task(reference, '(Access)')).resolution).toBe('exception')
  })
  test('asks for help, low: exported, the upload’s message completes the task', async () => {
    const reference = await helped(quietAccount)
    await me.attach(reference, '(Access)', 'support-engineer', 'export.csv')
    await me.tick(reference, '(Access)')
    await me.send(reference, 'project-export-complete')
    await me.closed(reference, 'fulfilled', 'project-export-complete')
  })
  test('asks for help, medium with private projects: asked', async () => {
    const reference = await helped({ ...medium, privateProjects: 2 })
    expect(await get(reference)).toMatchObject({ state: 'verifying' })
    await me.send(reference, mediumQuestions)
    const [asked] = (await get(reference)).verifications
    const answers = Object.fromEntries((asked?.questions ?? []).map(({ key }) => [key, 'kestrel']))
    await me.command('requester', reference, 'answer-questions', { answers })
    await me.command('support-engineer', reference, 'pass-verification')
    expect(await get(reference)).toMatchObject({ state: 'processing' })
  })
  test('asks for help, medium without private projects: not asked', async () => {
    expect(await get(await helped(medium))).toMatchObject({ state: 'processing' })
  })
  test('asks for help, high: asked even without private projects', async () => {
    const reference = await helped({ ...riskyAccount, privateProjects: 0, country: 'FR' })
    expect((await get(reference)).ratings.at(-1)).toMatchObject({ rating: 'high' })
    expect(await get(reference)).toMatchObject({ state: 'verifying' })
    await me.send(reference, highQuestions)
  })
  test('an enterprise account: we are not the controller', async () => {
    const { reference } = await me.begin('data-export', { enterprise: true })
    await me.closed(reference, 'not-controller', 'enterprise-user-access-not-available')
  })
})

describe('forum deletion', () => {
  const forum = { forumProfile: 'https://forum.example/u/robin', forumUsername: 'robin' }
  test('one task for a forum admin, fulfilled', async () => {
    const { reference, now } = await me.begin('forum-deletion', {}, forum)
    expect(now.tasks.map(task => task.team)).toEqual(['forum-admin'])
    await me.complete(reference, 'Forum')
    await me.closed(reference, 'fulfilled')
  })
  test('the mailbox is never confirmed: no response', async () => {
    const reference = await world.submit(await world.account(), { ...forum, type: 'forum-deletion' })
    await pass(reference, 9)
    await me.closed(reference, 'no-response', 'request-closed')
  })
  test('the address doesn’t match the username: an exception that Privacy settles', async () => {
    const { reference } = await me.begin('forum-deletion', {}, forum)
    await me.resolve(reference, 'Forum', { resolution: 'exception', note: 'Another address' })
    expect(await get(reference)).toMatchObject({ state: 'processing' })
    await me.command('privacy', reference, 'close', {
      outcome: 'refused',
      note: 'The account is not theirs.',
    })
    await me.closed(reference, 'refused', 'request-refused')
  })
})

describe('for every type', () => {
  test('the person withdraws', async () => {
    const { reference } = await me.begin('data-access')
    await me.command('requester', reference, 'withdraw')
    await me.closed(reference, 'withdrawn', 'request-closed')
  })
  test('Privacy refuses, with a ground', async () => {
    const { reference } = await me.begin('data-access')
    await me.command('privacy', reference, 'close', { outcome: 'refused', note: 'Manifestly unfounded.' })
    await me.closed(reference, 'refused', 'request-refused')
  })
  test('the second of one account closes with one click', async () => {
    const { email, username } = await me.begin('data-access')
    const second = await world.submit({ email, username }, { type: 'data-access' })
    await me.command('requester', second, 'confirm')
    await me.send(second, 'duplicate-request')
    await me.closed(second, 'duplicate', 'duplicate-request')
  })
})
