import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { dayOf } from '@/lib/core/deadlines/days'
import { openFollowUp } from '@/lib/door/run/follow-up'
import { env } from '@/lib/env'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { begin, get } = world

describe('a request that follows a closed one', () => {
  test('counts what is asked for again from the day on which that was, not before the request nor ahead', async () => {
    const { reference } = await begin()
    await world.sql(
      `update request set state = 'closed', outcome = 'fulfilled', closed_at = now() - interval '20 days',
         received_at = now() - interval '30 days' where reference = $1`,
      [reference],
    )
    const { receivedAt } = await get(reference)
    const zone = env().orgTimeZone
    const on = (days: number) => dayOf(receivedAt, zone).add({ days }).toString()
    const privacy = world.staff('privacy')
    const open = (day: string) => openFollowUp(privacy, reference, randomUUID(), day)
    expect(await open(on(-1))).toMatchObject({
      fields: { receivedOn: 'This is before the earlier request.' },
    })
    expect(await open(on(40))).toMatchObject({ fields: { receivedOn: 'This day is in the future.' } })
    const opened = await open(on(25))
    if (!opened.ok) return expect.unreachable()
    expect(dayOf((await get(opened.reference)).receivedAt, zone).toString()).toBe(on(25))
  })
})
