import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dayOf } from '@/lib/core/deadlines/days'
import { offChannelView } from '@/lib/core/off-channel/off-channel-view'
import { env } from '@/lib/env'
import { readReport } from '@/lib/store/request/reports'
import { aWorld } from '@/tests/factories/world'
import { aToken, call } from '@/tests/support/api'
import { unchanged } from '@/tests/support/unchanged'

const world = await aWorld()
const token = await aToken('support-engineer')
const note = 'About an earlier answer'
const arrived = { channel: 'support-ticket' }
const post = (body: object) => call('/off-channel', { token, body })
async function log(body: object) {
  const answer = await post({ ...arrived, ...body })
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  return offChannelView.strict().parse(answer.body)
}
const submitted = z.strictObject({ reference: z.string(), state: z.literal('submitted') })

describe('what reached us before it is logged', () => {
  test('counts from the day on which it reached us, whenever it is logged', async () => {
    const today = dayOf(new Date(), env().orgTimeZone)
    const letter = (receivedOn: string, more = {}) =>
      log({ channel: 'letter', asksFor: 'restriction', note, receivedOn, ...more })
    const ago = (days: number) => today.subtract({ days }).toString()
    const zone = env().orgTimeZone
    const dueDay = ({ dueOn }: { dueOn: string | null }) => dayOf(new Date(dueOn ?? ''), zone).toString()
    const logged = await letter(ago(9), { country: 'BR' })
    expect(logged).toMatchObject({ country: 'BR', region: null })
    expect(logged.law).toMatchObject({ id: 'br_lgpd', why: 'It is the law of Brazil.', standIn: false })
    expect(dayOf(new Date(logged.receivedAt), zone).toString()).toBe(ago(9))
    expect(dueDay(logged)).toBe(today.add({ days: 6 }).toString())
    const now = await log({ channel: 'letter', asksFor: 'restriction', note, country: 'BR' })
    expect(now.receivedAt).toBe(now.at)
    expect(dueDay(now)).toBe(today.add({ days: 15 }).toString())
    expect(await letter(today.toString(), { country: 'us', region: 'us-ca' })).toMatchObject({
      country: 'US',
      region: 'US-CA',
      law: { id: 'us_ca' },
    })
    expect((await letter(ago(9))).law).toMatchObject({ id: 'gdpr', standIn: true })
  })
  test('promises no day that is past, and tells Privacy so', async () => {
    const receivedOn = dayOf(new Date(), env().orgTimeZone).subtract({ days: 100 }).toString()
    const entry = await log({ channel: 'letter', asksFor: 'other', note, receivedOn })
    expect(entry.answer.text).toContain('We are sorry that this is late')
    expect((await call('/off-channel?state=overdue', { token })).body).toMatchObject({
      items: [{ id: entry.id }],
    })
    await world.work()
    const mail = world.sink.mails.findLast(({ words }) => words.includes('Privacy is asked to answer'))
    expect(mail?.words).toContain('which is past. Please answer it first.')
  })
  test.each([
    [1, 'This day is in the future.'],
    [-4000, 'This is more than 3 years ago. Check the year.'],
  ])('%i days from today is no day on which it can have come', async (days, words) => {
    const receivedOn = dayOf(new Date(), env().orgTimeZone).add({ days }).toString()
    expect(
      await unchanged(world.sql, () => post({ ...arrived, asksFor: 'data-access', receivedOn })),
    ).toMatchObject({ status: 422, body: { fields: { receivedOn: words } } })
  })
  test('is counted in the month in which it reached us', async () => {
    const today = dayOf(new Date(), env().orgTimeZone)
    const counted = async () =>
      (await readReport(world.staff('admin'), today.toString().slice(0, 7))).offChannel.find(
        ({ asksFor }) => asksFor === 'marketing-opt-out',
      )?.count ?? 0
    await log({ asksFor: 'marketing-opt-out', receivedOn: today.subtract({ months: 2 }).toString() })
    expect(await counted()).toBe(0)
    await log({ asksFor: 'marketing-opt-out' })
    expect(await counted()).toBe(1)
  })
})

describe('the request that is opened for it', () => {
  test('counts from the day on which what asks for it reached us, and can’t be received later', async () => {
    const zone = env().orgTimeZone
    const receivedOn = dayOf(new Date(), zone).subtract({ days: 9 }).toString()
    const asked = {
      asksFor: 'data-export',
      answer: 'open-export',
      channel: 'letter',
      receivedOn,
      country: 'DE',
    }
    const entry = await log(asked)
    const path = `/off-channel/${entry.id}/request`
    const { email, username } = await world.account()
    const later = await unchanged(world.sql, () =>
      call(path, { token, body: { email, username, receivedAt: new Date().toISOString() } }),
    )
    expect(later).toMatchObject({
      status: 422,
      body: { fields: { receivedAt: expect.stringContaining('reached us earlier') } },
    })
    expect(await world.sql('select id from request where email = $1', [email])).toEqual([])
    const { reference } = submitted.parse((await call(path, { token, body: { email, username } })).body)
    const request = await world.get(reference)
    expect(dayOf(request.receivedAt, zone).toString()).toBe(receivedOn)
    expect(request).toMatchObject({ country: 'DE', dueRule: expect.stringMatching(/^gdpr@/) })
  })
})
