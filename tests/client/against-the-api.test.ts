import { beforeEach, describe, expect, test } from 'vitest'
import { everyItem, Habeas, HabeasProblem } from '@/clients/typescript/src/index'
import { aWorld } from '@/tests/factories/world'
import { aToken } from '@/tests/support/api'
import { serveApi } from '@/tests/support/api-server'

const world = await aWorld()
const token = await aToken('support-engineer')

let habeas: Habeas
beforeEach(async () => {
  const { url } = await serveApi()
  habeas = new Habeas({ baseUrl: url, token })
})

/** What a call was refused with. */
const problemOf = async (calling: Promise<unknown>): Promise<HabeasProblem> => {
  const error: unknown = await calling.then(
    () => null,
    reason => reason,
  )
  if (!(error instanceof HabeasProblem)) throw new Error('the call was not refused')
  return error
}
const submitted = async () => {
  const { email, username } = await world.account()
  return await habeas.submitRequest({
    type: 'individual-deletion',
    subjectType: 'individual',
    email,
    username,
  })
}

describe('the client, against the API', () => {
  test('submits, lists and reads a request', async () => {
    const { reference, state } = await submitted()
    expect(state).toBe('submitted')
    const { items } = await habeas.listRequests({ q: reference })
    expect(items.map(item => item.reference)).toEqual([reference])
    const request = await habeas.readRequest(reference)
    expect([request.reference, request.type, request.source]).toEqual([
      reference,
      'individual-deletion',
      'api',
    ])
  })

  test('goes through a list to its end, page by page', async () => {
    const references: string[] = []
    for (let made = 0; made < 3; made += 1) references.push((await submitted()).reference)
    const seen: string[] = []
    const all = everyItem(page => habeas.listRequests({ state: 'submitted', limit: 1, ...page }))
    for await (const { reference } of all) seen.push(reference)
    expect(seen).toEqual(expect.arrayContaining(references))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('runs a command once, however often it is called under one key', async () => {
    const { reference } = await submitted()
    const options = { idempotencyKey: 'the-same-note' }
    await habeas.requestAddNote(reference, { text: 'Called back.' }, options)
    const after = await habeas.requestAddNote(reference, { text: 'Called back.' }, options)
    expect(after.reference).toBe(reference)
    const notes = async () =>
      (await habeas.readMessages(reference)).items.filter(item => item.direction === 'note')
    expect(await notes()).toHaveLength(1)
    await habeas.requestAddNote(reference, { text: 'Called back.' })
    await habeas.requestAddNote(reference, { text: 'Called back.' })
    expect(await notes()).toHaveLength(3)
  })

  test('is told why a call was refused', async () => {
    const { reference } = await submitted()
    const early = await problemOf(habeas.requestPassVerification(reference, {}))
    expect([early.status, early.reason]).toEqual([409, 'illegal-state'])
    expect(early.type).toBe('http://habeas.test/problems/illegal-state')
    expect(early.message).toContain('can’t be done')
    const wrong = await problemOf(habeas.requestAddNote(reference, { text: '' }))
    expect([wrong.status, wrong.reason, Object.keys(wrong.fields)]).toEqual([422, 'invalid-input', ['text']])
    const stale = await problemOf(habeas.requestAddNote(reference, { text: 'x', version: 999 }))
    expect(stale.reason).toBe('conflict')
    const nobody = new Habeas({ baseUrl: (await serveApi()).url, token: 'hbs_nobody' })
    expect(await problemOf(nobody.listRequests())).toMatchObject({ status: 401, reason: 'unauthenticated' })
    expect(await problemOf(habeas.readRequest('../../api/version'))).toMatchObject({ reason: 'not-found' })
  })

  test('uploads a file and downloads it again, byte by byte', async () => {
    const { reference } = await world.begin()
    const text = 'Nachweis für Zoë\n'
    const file = await habeas.uploadToRequest(reference, {
      file: { blob: new Blob([text]), name: 'Zoë’s proof.txt' },
    })
    expect(file).toMatchObject({ name: 'Zoë’s proof.txt', size: Buffer.byteLength(text) })
    const download = await habeas.downloadFile(file.id)
    expect([download.name, download.size]).toEqual([file.name, file.size])
    expect(download.type).toMatch(/^text\/plain/)
    expect(await (await download.blob()).text()).toBe(text)
  })

  test('reads the document that it was made from', async () => {
    expect(await habeas.readDocument()).toMatchObject({ openapi: '3.1.0' })
  })
})
