import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { deletionListText } from '@/lib/core/account/deletion-list'
import { acknowledgeDeletions } from '@/lib/door/staff/organisation'
import { readDataPlatformList } from '@/lib/store/accounts/data-platform-list'
import { aWorld } from '../factories/world'
import { aToken, call } from '../support/api'

const world = await aWorld()
const token = await aToken('support-engineer')
const read = () => readDataPlatformList(world.staff('support-engineer'))
const tick = (reference: string, step: string) =>
  world.runTask('support-engineer', reference, 'GitLab Deletion', 'tick-step', { step })

test('the .csv has the loader’s header, and one line for each address as the loader compares it', () => {
  expect(deletionListText(['Robin@People.example', '=1@people.example'])).toBe(
    'email_address,delete_type\nrobin@people.example,full\n=1@people.example,full\n',
  )
})

test('once the user is gone, every address of the account is on it; later versions keep all lines until they are acknowledged', async () => {
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
    // Ticked by hand as well, it adds nothing twice.
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

const gone = async () => {
  const { reference } = await world.begin()
  for (const step of ['delete-user', 'verify-gone'])
    expect(await tick(reference, step)).toMatchObject({ ok: true })
  return reference
}
const shown = z.object({
  tasks: z.array(
    z.object({
      steps: z.array(
        z.object({ key: z.string(), done: z.boolean(), evidence: z.array(z.record(z.string(), z.string())) }),
      ),
    }),
  ),
})
const uploads = async (reference: string) => {
  const { body } = await call(`/requests/${reference}`, { token })
  const steps = shown.parse(body).tasks.flatMap(({ steps }) => steps)
  return steps.find(({ key }) => key === 'upload-csv')
}
const mark = (reference: string, list: number) =>
  world.runTask('support-engineer', reference, 'GitLab Deletion', 'record-list-upload', { list })

test('one press ticks the upload on every request in the version, says so there, and leaves later ones open', async () => {
  const [first, second] = [await gone(), await gone()]
  const { version } = await read()
  const later = await gone()
  expect(await mark(second, version)).toMatchObject({ ok: true })
  await world.work()
  for (const reference of [first, second]) {
    const step = await uploads(reference)
    expect(step, reference).toMatchObject({
      done: true,
      evidence: [{ system: 'habeas', what: 'list-uploaded' }],
    })
    expect(step?.evidence[0]?.result).toBe(`Version ${version} of the deletion list is in the GDPR folder.`)
  }
  expect(await uploads(later)).toMatchObject({ done: false, evidence: [] })
  const { body } = await call(`/requests/${first}/audit`, { token })
  const facts = { task: 'gitlab-deletion', step: 'upload-csv', seen: 'list-uploaded', version }
  const row = { actor: expect.objectContaining({ kind: 'system' }), command: 'tick-step', facts }
  expect(body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining(row)]) })
})

test('a version that there isn’t, or without the account’s addresses, is refused, and nothing is ticked', async () => {
  const [reference] = [await gone()]
  const { version } = await read()
  expect(await mark(reference, version + 1)).toMatchObject({ ok: false, reason: 'no-such-version' })
  expect(await mark(reference, version - 1)).toMatchObject({ ok: false, reason: 'version-too-old' })
  expect(await uploads(reference)).toMatchObject({ done: false })
})

test('a version can be had again as it was when it was made', async () => {
  await gone()
  const { version, emails } = await read()
  await gone()
  expect(await readDataPlatformList(world.staff('support-engineer'), version)).toEqual({ version, emails })
})

test('what the data platform has deleted was uploaded before: acknowledging ticks it, too', async () => {
  const reference = await gone()
  const { version } = await read()
  await acknowledgeDeletions(world.staff('privacy'), version, randomUUID())
  await world.work()
  expect(await uploads(reference)).toMatchObject({ done: true })
})
