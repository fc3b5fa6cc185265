import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { channelEventLabels, channelEvents } from '@/lib/core/systems/channel-events'
import { systemKinds } from '@/lib/systems'
import { SystemFailure } from '@/lib/systems/failure'
import { metaOf } from '@/lib/systems/settings-fields'
import { slack } from '@/lib/systems/slack'
import { Slack } from '@/tests/support/stand-ins/slack'
import { faults, wireTo } from '@/tests/support/stand-ins/wires'

let channel: Slack
beforeEach(async () => {
  channel = await new Slack().listen()
})
afterEach(async () => await channel.close())

const connect = (more: object = {}) =>
  slack.connect({ url: channel.hook, ...more }, wireTo(channel.host, { name: 'Team channel' }))
const notify = async (event = 'escalation', more: object = {}) =>
  await connect(more).notify?.(event, 'PR-7 was escalated')

describe('a message', () => {
  test('is posted as it is', async () => {
    expect(await notify()).toBe(true)
    expect(channel.messages).toEqual(['PR-7 was escalated'])
  })
  test('is posted for each event unless it is switched off', async () => {
    for (const event of channelEvents) {
      expect(channelEventLabels[event]).toMatch(/^[A-Z]/)
      expect(await notify(event)).toBe(true)
      expect(await notify(event, { events: { [event]: 'on' } })).toBe(true)
      expect(await notify(event, { events: { [event]: 'off' } })).toBe(false)
    }
    expect(channel.messages).toHaveLength(2 * channelEvents.length)
  })
  test('of an event that isn’t listed is a fault of ours', async () => {
    await expect(notify('birthday')).rejects.toThrow('no event birthday')
    expect(channel.calls).toEqual([])
  })
  test.each([
    [404, 'no_service', 'credentials', 'the webhook is gone'],
    [404, 'channel_not_found', 'unexpected', 'its channel is gone'],
    [403, 'action_prohibited', 'forbidden', 'an admin of the workspace forbids posting there'],
    [410, 'channel_is_archived', 'unexpected', 'its channel is archived'],
    [400, 'invalid_payload', 'unexpected', 'can’t read what we sent'],
    [400, 'user_not_found', 'unexpected', 'is gone'],
    [403, 'posting_to_general_channel_denied', 'forbidden', '#general'],
    [400, 'something_new', 'unexpected', 'answered 400: “something_new”'],
    [400, '<html>ada@example.com</html>', 'unexpected', 'Team channel answered 400.'],
  ])('that Slack refuses with %d %s says why', async (status, body, reason, words) => {
    channel.fault(/POST/, { kind: 'status', status, body })
    const failure = await notify().catch(error => error)
    expect(failure).toBeInstanceOf(SystemFailure)
    expect(failure).toMatchObject({ reason, status, message: expect.stringContaining(words) })
    expect(failure.message).not.toContain(channel.path)
  })
  test.each(faults)('isn’t posted where the answer %s', async (_words, fault) => {
    channel.fault(/POST/, fault)
    await expect(notify()).rejects.toThrow(SystemFailure)
  })
  test('waits for as long as Slack asks', async () => {
    channel.fault(/POST/, { kind: 'status', status: 429, headers: { 'retry-after': '30' } })
    await expect(notify()).rejects.toMatchObject({ reason: 'limited', retryAfterSeconds: 30 })
  })
  test('may have been posted where no answer came', async () => {
    channel.fault(/POST/, { kind: 'reset-after' })
    await expect(notify()).rejects.toMatchObject({ mayHaveActed: true })
  })
})

describe('testing the connection', () => {
  const check = async (more: object = {}) => {
    const checks = await connect(more).check()
    return { ok: checks.every(line => line.ok), words: checks.map(({ name, words }) => `${name}: ${words}`) }
  }

  test('posts nothing, and says so', async () => {
    const { ok, words } = await check()
    expect(ok).toBe(true)
    expect(words[0]).toBe('Webhook: It lives: it refused a message without a text. Nothing was posted.')
    expect(channel.messages).toEqual([])
  })
  test('names a webhook that is gone', async () => {
    const { ok, words } = await check({ url: `${channel.url}/services/T0/B0/gone` })
    expect(ok).toBe(false)
    expect(words[0]).toMatch(
      /^Webhook: Team channel says no_service: the webhook is gone\. .* Nothing was posted\.$/,
    )
  })
  test.each([
    ['200', { kind: 'status', status: 200, body: 'ok' }, 'isn’t the address of a Slack webhook'],
    ['HTML', { kind: 'html' }, 'isn’t the address of a Slack webhook'],
    ['400 of another kind', { kind: 'status', status: 400, body: '{"error":"x"}' }, 'answered 400.'],
    ['a failure', { kind: 'status', status: 500 }, 'Team channel failed (500).'],
    ['another address', { kind: 'redirect', to: 'https://example.com/' }, 'sent us elsewhere (302)'],
    ['a break', { kind: 'reset' }, 'can’t be reached'],
  ] as const)('names an answer that is %s', async (_what, fault, expected) => {
    channel.fault(/POST/, fault)
    const { ok, words } = await check()
    expect(ok).toBe(false)
    expect(words[0]).toContain(expected)
  })
})

describe('settings', () => {
  test('keep the whole address as a secret', () => {
    expect(systemKinds.get('slack')).toBe(slack)
    expect(metaOf(slack.settings.shape.url)).toMatchObject({ secret: true, address: true })
    expect(slack.roleOf({})).toBe('channel')
  })
  test.each([
    ['url', { url: 'hooks.slack.com/services' }],
    ['events.birthday', { events: { birthday: 'on' } }],
    ['events.appeal', { events: { appeal: 'perhaps' } }],
  ])('that are wrong are named: %s', (name, wrong) => {
    const parsed = slack.settings.safeParse({ url: 'https://hooks.slack.com/services/T/B/x', ...wrong })
    expect(parsed.success).toBe(false)
    expect(JSON.stringify(parsed.error?.issues)).toContain(name.split('.').at(-1))
  })
})
