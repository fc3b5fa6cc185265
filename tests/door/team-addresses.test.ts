import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { teams } from '@/lib/core/people/actor'
import { saveTeamAddresses } from '@/lib/door/staff/organisation'
import { teamAddress } from '@/lib/store/settings/settings'
import { aWorld } from '../factories/world'

const world = await aWorld()
const save = (addresses: object) => saveTeamAddresses(world.staff('admin'), addresses, randomUUID())

describe('an address of a team', () => {
  test.each([
    ['büro@people.example', 'büro@people.example'],
    ['team..lead@people.example', 'team..lead@people.example'],
    ['Privacy <privacy@bücher.example>', 'privacy@xn--bcher-kva.example'],
    ['o’brien@people.example', "o'brien@people.example"],
  ])('%s, once it is saved, is where its mail goes', async (typed, address) => {
    expect(await save({ privacy: typed })).toMatchObject({ ok: true })
    expect(await teamAddress('privacy', 'Habeas <office@people.example>')).toBe(address)
    for (const team of teams)
      expect(await teamAddress(team, 'Habeas <office@people.example>'), team).toContain('@')
  })

  test('that no mail can go to isn’t saved', async () => {
    expect(await save({ privacy: 'no address' })).toMatchObject({ ok: false, reason: 'invalid-input' })
  })
})
