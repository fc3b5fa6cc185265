import { readFile } from 'node:fs/promises'
import type { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dayOf } from '@/lib/core/deadlines/days'
import { templateFor } from '@/lib/door/mail/compose'
import { valuesFor } from '@/lib/door/mail/message-values'
import { readMessages } from '@/lib/store/mail/conversation'
import { isTimeZone } from '@/lib/time-zone'
import { system } from '@/tests/factories/system'
import { aToken, call } from '@/tests/support/api'
import { aWorld } from '../factories/world'

const world = await aWorld()
const token = await aToken('support-engineer')
const privacy = await aToken('privacy')
const created = z.object({ reference: z.string() })
const shown = z.object({ dueOn: z.string(), acknowledgeBy: z.string() })
const listed = z.object({ items: z.array(z.object({ reference: z.string(), dueOn: z.string() })) })

/** A day as mails write it. */
const inMail = (day: Temporal.PlainDate) =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** Somebody in California: their 45 days end in the evening of a day there, when it is the next day in Amsterdam. */
describe('the due day of somebody who lives west of us', () => {
  const zone = 'America/Los_Angeles'
  const yesterday = dayOf(new Date(), zone).subtract({ days: 1 })
  // A Tuesday, so that ten working days are two weeks.
  const received = yesterday.subtract({ days: (yesterday.dayOfWeek + 5) % 7 })
  const noon = received.toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
  const [acknowledged, due, extended] = [
    received.add({ days: 14 }),
    received.add({ days: 45 }),
    received.add({ days: 71 }),
  ]
  const endOf = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }).toString({ timeZoneName: 'never' })
  let reference = ''
  beforeAll(async () => {
    const { email, username } = await world.account()
    const taken = await call('/requests', {
      token,
      body: {
        type: 'data-access',
        subjectType: 'individual',
        email,
        username,
        country: 'US',
        region: 'US-CA',
        timeZone: zone,
        receivedAt: noon.toInstant().toString(),
      },
    })
    reference = created.parse(taken.body).reference
  })

  it('is that of the time zone in which it was counted, over the API', async () => {
    const { body } = await call(`/requests/${reference}`, { token })
    expect(shown.parse(body)).toEqual({
      dueOn: endOf(due),
      acknowledgeBy: endOf(acknowledged),
    })
  })
  it('is the same in the list, which finds it by that day and not by the one before', async () => {
    const dueOn = async (day: Temporal.PlainDate) => {
      const { body } = await call(`/requests?view=all&due=${day}`, { token })
      return listed.parse(body).items.filter(item => item.reference === reference)
    }
    expect(await dueOn(due)).toMatchObject([{ dueOn: endOf(due) }])
    expect(await dueOn(due.subtract({ days: 1 }))).toEqual([])
  })
  it('is asked for by a day that the calendar has', async () => {
    for (const due of ['0000-01-01', '2026-02-30', '2026-12-1'])
      expect(await call(`/requests?view=all&due=${due}`, { token }), due).toMatchObject({ status: 422 })
    for (const due of ['0001-01-01', '9999-12-31'])
      expect(await call(`/requests?view=all&due=${due}`, { token }), due).toMatchObject({ status: 200 })
  })
  it('is the same in mails to the person', async () => {
    const request = await world.get(reference)
    const template = await templateFor(undefined, 'request-received', 'en')
    const values = await valuesFor(undefined, request, {}, new Date(noon.epochMilliseconds), template)
    expect(values).toMatchObject({ due_on: inMail(due), asked_on: inMail(received) })
  })
  it('is the same when it is extended', async () => {
    await call(`/requests/${reference}/commands/extend-deadline`, {
      token: privacy,
      body: { reason: 'complexity', until: extended.toString(), words: 'The archive is on tape.' },
    })
    await world.work()
    const { body } = await call(`/requests/${reference}/messages`, { token })
    const { items } = z
      .object({ items: z.array(z.object({ subject: z.string(), body: z.string() })) })
      .parse(body)
    const told = items.find(({ subject }) => subject.includes('We need more time'))
    expect(told?.subject).toContain(`until ${inMail(extended)}`)
    expect(told?.body).toContain(`by ${inMail(due)}`)
    expect(told?.body).toContain('The archive is on tape.')
  })
})

describe('a day of receipt', () => {
  const sent = async (receivedAt: string) => {
    const { email, username } = await world.account()
    const body = { type: 'data-access', subjectType: 'individual', email, username, receivedAt }
    return await call('/requests', { token, body })
  }
  it.each([
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '1900-01-01T00:00:00Z',
    '0226-11-10T00:00:00Z',
    '1926-11-10T00:00:00Z',
  ])('in a year that can only be a slip is refused with words: %s', async receivedAt => {
    expect(await sent(receivedAt)).toMatchObject({
      status: 422,
      body: { fields: { receivedAt: 'This is more than 3 years ago. Check the year.' } },
    })
  })
})

describe('a time zone', () => {
  const odd = [
    'AET',
    'CAT',
    'BST',
    'IST',
    'US/Pacific-New',
    'Canada/East-Saskatchewan',
    '+05:30',
    'Mars/Olympus',
  ]
  it.each(odd)(
    '%s, which not everybody knows or reads alike, is taken for none, and stops no list',
    async timeZone => {
      const { email, username } = await world.account()
      const body = { type: 'data-access', subjectType: 'individual', email, username, timeZone }
      const { reference } = created.parse((await call('/requests', { token, body })).body)
      expect((await world.get(reference)).timeZone).toBeNull()
      expect(await call('/requests?view=all&due=2026-12-25', { token })).toMatchObject({ status: 200 })
    },
  )
  it('that an earlier version took is forgotten where it would stop lists', async () => {
    const { email, username } = await world.account()
    const body = { type: 'data-access', subjectType: 'individual', email, username, timeZone: 'Asia/Tokyo' }
    const { reference } = created.parse((await call('/requests', { token, body })).body)
    const forget = await readFile('prisma/migrations/0029_known_time_zones/migration.sql', 'utf8')
    const day = (await world.get(reference)).dueOn.toISOString().slice(0, 10)
    const list = () => call(`/requests?view=all&due=${day}`, { token })
    await world.sql(forget)
    expect((await world.get(reference)).timeZone).toBe('Asia/Tokyo')
    await world.sql(`update request set time_zone = 'AET' where reference = '${reference}'`)
    expect(await list()).toMatchObject({ status: 500 })
    await world.sql(forget)
    expect((await world.get(reference)).timeZone).toBeNull()
    expect(await list()).toMatchObject({ status: 200 })
  })
  it('that we take is one that the database counts by, too', async () => {
    const names = [
      ...Intl.supportedValuesOf('timeZone'),
      ...odd,
      'utc',
      'EST',
      'CET',
      'Asia/Kolkata',
      'Japan',
    ]
    const unknown = await world.sql(
      `select name from unnest($1::text[]) name
       where lower(name) not in (select lower(name) from pg_timezone_names)`,
      [names.filter(isTimeZone)],
    )
    expect(unknown).toEqual([])
    expect(names.filter(isTimeZone)).toContain('Asia/Katmandu')
    expect(names.filter(isTimeZone)).toContain('Pacific/Kiritimati')
  })
})

describe('the first mail', () => {
  const first = async (type: string, receivedAt?: string, place: object = {}) => {
    const { email, username } = await world.account()
    const given = { ...place, ...(receivedAt && { receivedAt }) }
    const body = { type, subjectType: 'individual', email, username, details: 'Profiling', ...given }
    const { reference } = created.parse((await call('/requests', { token, body })).body)
    const [message] = await readMessages(system, (await world.get(reference)).id)
    return message?.body ?? ''
  }
  it('promises no day that is past already', async () => {
    // The 10th of a month, after which the 10th of the next one is no weekend.
    let received = dayOf(new Date(), 'UTC').subtract({ months: 6 }).with({ day: 10 })
    while (received.add({ months: 1 }).dayOfWeek > 5) received = received.subtract({ months: 1 })
    const late = await first('individual-deletion', `${received}T12:00:00Z`)
    const due = inMail(received.add({ months: 1 }))
    expect(late).toContain(`Our answer was due by ${due}. We are sorry that it is late.`)
    expect(late).not.toContain('We will answer by')
  })
  it('speaks of more time where the law gives some for that, and nowhere else', async () => {
    const more = 'If we need more time, we will tell you before then.'
    for (const place of [{ country: 'DE' }, { country: 'CH' }, { region: 'US-VA' }])
      expect(await first('data-access', undefined, place), JSON.stringify(place)).toContain(more)
    for (const place of [{ country: 'BR' }, { region: 'CA-QC' }, { country: 'US' }, { country: 'TR' }])
      expect(await first('objection', undefined, place), JSON.stringify(place)).not.toContain('more time')
    expect(await first('data-access', undefined, { region: 'US-CA' })).toContain(more)
    expect(await first('marketing-opt-out', undefined, { region: 'US-CA' })).not.toContain('more time')
  })
  it('says in plain words what was asked for', async () => {
    expect(await first('objection')).toContain('a request for an end to a use of personal data')
    expect(await first('marketing-opt-out')).toContain('a request for an opt-out from marketing')
  })
  it('says how we make sure that it comes from the right person', async () => {
    expect(await first('individual-deletion')).toContain('we ask a few questions about the account')
    const optOut = await first('marketing-opt-out')
    expect(optOut).toContain('Your confirmation shows us that it is you.')
    expect(optOut).not.toContain('questions about the account')
    expect(optOut).toContain('We will answer by')
  })
})
