import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { cdotZendeskSheet, sheetText } from '@/lib/core/handbook/tasks/blank-sheet'
import { publicActor } from '@/lib/core/people/make-actor'
import { submitRequest } from '@/lib/door/run/submit'
import { sameProofs } from '@/lib/store/request/files'
import { beginOf } from '../factories/of-type'
import { aWorld } from '../factories/world'
import { anOpenSheet, aWorkbook } from '../files/workbooks'
import { aToken, call } from '../support/api'

const world = await aWorld()
const token = await aToken('support-engineer')

async function anAccess(): Promise<{ reference: string; path: string }> {
  const { reference } = await beginOf(world, 'data-access')
  const task = (await world.get(reference)).tasks[0]
  return { reference, path: `/tasks/${task?.id}/files` }
}

function formOf(content: string | Buffer, confirm = false): FormData {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'sheet.csv')
  if (confirm) form.append('confirm', 'true')
  return form
}

const upload = (path: string, content: string | Buffer, confirm = false) =>
  call(path, { token, body: formOf(content, confirm) })

test('the blank sheet, unchanged, is not taken for a filled one', async () => {
  const { reference, path } = await anAccess()
  const blank = sheetText(cdotZendeskSheet)
  expect(await upload(path, blank)).toMatchObject({ status: 422, body: { reason: 'blank-sheet' } })
  expect((await world.get(reference)).files).toEqual([])
  const quoted = blank.replace(/([^,"\r\n]+)(?=,)/g, '"$1"')
  for (const saved of [
    blank.replaceAll(',', ';'),
    blank.replaceAll(',', '\t'),
    quoted,
    `${blank},,\r\n,,\r\n`,
    `sep=;\r\n${blank.replaceAll(',', ';')}`,
    aWorkbook(cdotZendeskSheet.rows),
    anOpenSheet(cdotZendeskSheet.rows),
  ])
    expect(await upload(path, saved), String(saved)).toMatchObject({
      status: 422,
      body: { reason: 'blank-sheet' },
    })
  expect((await upload(path, `${blank}More,,\r\n`)).status).toBe(201)
  expect((await upload(path, aWorkbook([...cdotZendeskSheet.rows, ['Zendesk', 'More', '3']]))).status).toBe(
    201,
  )
  expect((await upload(path, blank.replace('Company,', 'Company,Example GmbH'))).status).toBe(201)
})

test('a file of another person’s task is taken once it is confirmed; nothing tells whose it is', async () => {
  const [theirs, mine] = [await anAccess(), await anAccess()]
  const bytes = 'field,value\nname,Kim\n'
  expect((await upload(theirs.path, bytes)).status).toBe(201)
  const refused = await upload(mine.path, bytes)
  expect(refused).toMatchObject({ status: 409, body: { reason: 'file-elsewhere', detail: 'confirm' } })
  expect(refused.text).not.toContain(theirs.reference)
  expect((await upload(mine.path, bytes, true)).status).toBe(201)
})

test('a file of 26 MB can be handed over', async () => {
  const { reference, path } = await anAccess()
  const large = Buffer.alloc(26 * 1024 * 1024, 'a,b\n')
  expect((await upload(path, large)).status).toBe(201)
  expect((await world.get(reference)).files).toMatchObject([{ size: large.length }])
})

async function sentWith(sha256: string): Promise<{ id: string; reference: string }> {
  const { email, username } = await world.account()
  const requesterEmail = `kim-${randomUUID()}@family.example`
  const input = {
    type: 'deceased-deletion',
    email,
    username,
    requesterEmail,
    relationship: 'authorized-agent',
  }
  const sent = await submitRequest(publicActor(), input, {
    commandId: randomUUID(),
    source: 'privacy-center',
    proofs: [
      {
        id: randomUUID(),
        kind: 'death',
        name: 'death.pdf',
        size: 8,
        mediaType: 'application/pdf',
        storageKey: `00/${randomUUID()}`,
        sha256,
      },
    ],
  })
  if (!sent.ok) throw new Error(`not submitted: ${sent.reason}`)
  return await world.get(sent.reference)
}

test('Privacy sees where the same papers came with another request; nobody else does', async () => {
  const first = await sentWith('a'.repeat(64))
  const second = await sentWith('a'.repeat(64))
  const other = await sentWith('b'.repeat(64))
  expect(await sameProofs(world.staff('privacy'), second.id)).toEqual([first.reference])
  expect(await sameProofs(world.staff('privacy'), other.id)).toEqual([])
  expect(await sameProofs(world.staff('support-engineer'), second.id)).toEqual([])
})
