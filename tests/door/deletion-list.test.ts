import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deletionListText } from '@/lib/core/account/deletion-list'
import { acknowledgeDeletions } from '@/lib/door/staff/organisation'
import { readDataPlatformList } from '@/lib/store/accounts/data-platform-list'
import { aWorld } from '../factories/world'

const world = await aWorld()
const read = () => readDataPlatformList(world.staff('support-engineer'))
const tick = (reference: string, step: string, command = 'tick-step') =>
  world.runTask('support-engineer', reference, 'GitLab Deletion', command, { step })

test('the .csv has the loader’s header, and one line for each address as the loader compares it', () => {
  expect(deletionListText(['Robin@People.example', '=1@people.example'])).toBe(
    'email_address,delete_type\nrobin@people.example,full\n=1@people.example,full\n',
  )
})

test('ticking its step adds every address of the account; later versions keep all lines until they are acknowledged', async () => {
  const listed: string[] = []
  for (const version of [1, 2]) {
    const account = await world.account()
    const second = `old-${version}@people.example`
    await world.db.accountAddress.create({
      data: { emailKey: second, email: second, accountId: account.accountId, isPrimary: false },
    })
    const reference = await world.submit(account)
    await world.run('requester', reference, 'confirm')
    await world.work()
    for (const step of ['delete-blocking-groups', 'delete-user', 'verify-gone', 'add-to-csv'])
      expect(await tick(reference, step)).toMatchObject({ ok: true })
    listed.push(account.email, second)
    // Taken back and ticked again, it adds nothing twice.
    await tick(reference, 'add-to-csv', 'untick-step')
    await tick(reference, 'add-to-csv')
    const list = await read()
    expect(list.version).toBe(version)
    expect(list.emails.toSorted()).toEqual(listed.toSorted())
  }
  const done = await acknowledgeDeletions(world.staff('privacy'), 1, randomUUID())
  expect(done).toMatchObject({ ok: true })
  expect((await read()).emails.toSorted()).toEqual(listed.slice(2).toSorted())
  expect(await world.db.dataPlatformLine.count({ where: { version: 1, email: { not: null } } })).toBe(0)
  expect((await readDataPlatformList(world.staff('console-engineer'))).emails).toEqual([])
})
