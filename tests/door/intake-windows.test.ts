import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { keepProofs, removeProof } from '@/lib/door/files/attach-proofs'
import { clearAnswers, keepAnswers, readIntakeDraft, sendIntake } from '@/lib/door/intake/intake-draft'
import { fileStorage } from '@/lib/files/storage'
import { answersOf, elsewhere, formWith, proofsOf, storedFiles, typedByAgent } from '@/tests/factories/forms'
import { aWorld } from '@/tests/factories/world'
import { untilBlocked } from '@/tests/support/blocked'

const world = await aWorld()
/** The same form, with something happening between its first byte and its last. */
const slowly = async (
  { body, contentType }: ReturnType<typeof formWith>,
  meanwhile: () => Promise<unknown>,
) => {
  const bytes = new Uint8Array(await new Response(body).arrayBuffer())
  const slow = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(bytes.slice(0, 200)),
    async pull(controller) {
      await meanwhile()
      controller.enqueue(bytes.slice(200))
      controller.close()
    },
  })
  return { body: slow, contentType }
}

/** Begins to send, and lets something else happen once the draft was read and nothing was written yet. */
async function whileItWaits<T>(work: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> {
  const holder = new pg.Client({ connectionString: world.url })
  await holder.connect()
  try {
    await holder.query('begin; lock table request in exclusive mode')
    const working = work()
    await untilBlocked(world.sql)
    await meanwhile()
    await holder.query('commit')
    return await working
  } finally {
    await holder.end()
  }
}

describe('two windows of one form', () => {
  test('files that are uploaded at once are all kept, and none lies there unknown', async () => {
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    const before = storedFiles()
    const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']
    const keeping = names.map(name =>
      keepProofs(secret, formWith('death', { [name]: '%PDF-1.7' }), elsewhere()),
    )
    expect(new Set((await Promise.all(keeping)).map(({ kind }) => kind))).toEqual(new Set(['kept']))
    expect((await proofsOf(secret))?.sort()).toEqual(names)
    expect(storedFiles()).toBe(before + 4)
  })
  test('what is typed while a file is under way stays, whether the file is taken or not', async () => {
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    for (const [file, kind] of [
      ['a.pdf', 'kept'],
      ['page.html', 'problem'],
    ] as const) {
      const sent = await slowly(formWith('death', { [file]: '%PDF-1.7' }), () =>
        keepAnswers(secret, answersOf({ ...typedByAgent(), name: `While ${file} came` })),
      )
      expect(await keepProofs(secret, sent, elsewhere())).toMatchObject({ kind })
      expect((await readIntakeDraft(secret))?.answers.values.name).toBe(`While ${file} came`)
    }
    expect(await proofsOf(secret)).toEqual(['a.pdf'])
  })
  test('a file that was taken out while another came stays out', async () => {
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    await keepProofs(secret, formWith('death', { 'out.pdf': '%PDF-1.7' }), elsewhere())
    const before = storedFiles()
    const id = (await readIntakeDraft(secret))?.proofs[0]?.id ?? ''
    const sent = await slowly(formWith('death', { 'in.pdf': '%PDF-1.7' }), () => removeProof(secret, id))
    expect(await keepProofs(secret, sent, elsewhere())).toMatchObject({ kind: 'kept' })
    expect(await proofsOf(secret)).toEqual(['in.pdf'])
    expect(storedFiles()).toBe(before)
  })
  test('no more files are kept than one form may have', async () => {
    const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
    const twelve = (of: string) =>
      Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${of}${at}.pdf`, '%PDF-1.7']))
    const before = storedFiles()
    const sent = await slowly(formWith('death', twelve('late')), () =>
      keepProofs(secret, formWith('death', twelve('early')), elsewhere()),
    )
    expect(await keepProofs(secret, sent, elsewhere())).toEqual({ kind: 'problem' })
    expect(await readIntakeDraft(secret)).toMatchObject({ proofProblem: { reason: 'too-many-files' } })
    expect((await proofsOf(secret))?.sort()).toEqual(Object.keys(twelve('early')).sort())
    expect(storedFiles()).toBe(before + 12)
  })
  test('a form that is sent or cleared while a file comes takes no file, and none is left', async () => {
    for (const end of [
      (secret: string) => sendIntake(secret, elsewhere()),
      (secret: string) => clearAnswers(secret),
    ]) {
      const secret = await keepAnswers(undefined, answersOf(typedByAgent()))
      const before = storedFiles()
      const sent = await slowly(formWith('death', { 'a.pdf': '%PDF-1.7' }), () => end(secret))
      expect(await keepProofs(secret, sent, elsewhere())).toEqual({ kind: 'none' })
      expect(storedFiles()).toBe(before)
    }
  })
})

describe('proofs of a request that was accepted', () => {
  /** Of each file of each request of this data subject, whether its bytes are there. */
  const readable = async (email: string | undefined) => {
    const rows = await world.sql<{ key: string }>(
      'select storage_key as key from file join request on request.id = file.request_id where email_key = $1',
      [email],
    )
    return await Promise.all(rows.map(async ({ key }) => (await fileStorage().read(key)) !== null))
  }
  const withProof = async () => {
    const fields = typedByAgent()
    const secret = await keepAnswers(undefined, answersOf(fields))
    await keepProofs(secret, formWith('death', { 'a.pdf': '%PDF-1.7' }), elsewhere())
    return { secret, email: fields.email, proof: (await readIntakeDraft(secret))?.proofs[0]?.id ?? '' }
  }

  test.each<[string, (secret: string, proof: string) => Promise<unknown>]>([
    ['is taken out', removeProof],
    ['is cleared', clearAnswers],
  ])('stay its own where the draft can’t note it and then %s', async (_, end) => {
    const { secret, email, proof } = await withProof()
    await world.sql('alter table intake_draft add constraint broken check (reference is null) not valid')
    try {
      await expect(sendIntake(secret, elsewhere())).rejects.toThrow()
    } finally {
      await world.sql('alter table intake_draft drop constraint broken')
    }
    await end(secret, proof)
    expect(await readable(email)).not.toContain(false)
  })

  test('stay its own when the form is cleared that it was sent with', async () => {
    const { secret, email, proof } = await withProof()
    expect(await sendIntake(secret, elsewhere())).toEqual({ kind: 'sent' })
    await removeProof(secret, proof)
    await clearAnswers(secret)
    expect(await readable(email)).toEqual([true])
  })

  test.each<[string, (secret: string, proof: string) => Promise<unknown>, object]>([
    ['takes a proof out', removeProof, { kind: 'changed', sent: false }],
    ['clears the form', clearAnswers, { kind: 'none' }],
    [
      'adds a proof',
      secret => keepProofs(secret, formWith('death', { 'b.pdf': '%PDF-1.7' }), elsewhere()),
      { kind: 'changed', sent: false },
    ],
  ])('are never half there: another window %s while it is sent', async (_, meanwhile, answer) => {
    const { secret, email, proof } = await withProof()
    const sending = await whileItWaits(
      () => sendIntake(secret, elsewhere()),
      () => meanwhile(secret, proof),
    )
    expect(await readable(email)).toEqual([])
    expect(sending).toEqual(answer)
  })

  test.each<[string, (secret: string, proof: string) => Promise<unknown>]>([
    ['takes them out', removeProof],
    ['clears the form', clearAnswers],
  ])('stay, no matter which window was first: one sends, one %s', async (_, end) => {
    for (let round = 0; round < 8; round += 1) {
      const { secret, email, proof } = await withProof()
      await Promise.all([sendIntake(secret, elsewhere()), end(secret, proof)])
      expect(await readable(email)).not.toContain(false)
    }
  })
})
