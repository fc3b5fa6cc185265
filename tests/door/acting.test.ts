import { describe, expect, test } from 'vitest'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { answersFrom, mailboxOf, problemsOf } from '@/lib/core/intake/intake-form'
import { requesterActor } from '@/lib/core/people/make-actor'
import { keepProofs } from '@/lib/door/files/attach-proofs'
import { keepAnswers, readIntakeDraft, sendIntake } from '@/lib/door/intake/intake-draft'
import { pressAgreement, pressObjection } from '@/lib/door/requester/account-links'
import { pressLink, viewLink } from '@/lib/door/requester/requester'
import { readMessages } from '@/lib/store/mail/conversation'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'
import { linkTokensIn, type ReceivedMail } from '@/tests/support/smtp'

const world = await aWorld()
let network = 0
const elsewhere = () => `198.51.100.${++network}`
const agentOf = () => `agent-${++network}@law.example`
const { mailsTo } = world.sink
const linkIn = (mail: ReceivedMail | undefined) => linkTokensIn(mail?.text ?? '')[0] ?? 'none'

async function asked(type = 'individual-deletion') {
  const requesterEmail = agentOf()
  const fields = { actingAs: 'authorized-agent', requesterEmail }
  return { ...(await beginOf(world, type, { fields })), requesterEmail }
}
/** Asked, validated, and the person was mailed. */
async function confirming() {
  const begun = await asked()
  const input = { valid: true, note: 'A signed permission', confirmation: true }
  expect(await world.run('privacy', begun.reference, 'validate-authority', input)).toMatchObject({ ok: true })
  await world.work()
  const mail = mailsTo(begun.email).findLast(({ words }) => /May somebody act for you/.test(words))
  return { ...begun, token: linkIn(mail), mail: mail?.words ?? '' }
}

describe('a request by somebody who acts for a person who is alive', () => {
  test('keeps how they act, beside the type’s own subject type', async () => {
    const { reference } = await asked()
    expect(await world.get(reference)).toMatchObject({
      actingAs: 'authorized-agent',
      subjectType: 'individual',
    })
  })
  test('mails who acts, and lets the person know with a way to object', async () => {
    const { reference, email, requesterEmail } = await asked()
    expect(mailsTo(requesterEmail).length).toBeGreaterThan(0)
    const told = mailsTo(email)
    expect(told).toHaveLength(1)
    expect([told[0]?.head, told[0]?.words].join()).not.toContain(requesterEmail)
    expect(await pressObjection(linkIn(told[0]), 'Not me.', elsewhere())).toEqual({ kind: 'done' })
    expect((await world.get(reference)).objectedAt).not.toBeNull()
  })
  test('lets a person without an account know, too', async () => {
    const { email, reference } = await asked('marketing-deletion')
    expect((await world.get(reference)).accountId).toBeNull()
    expect(mailsTo(email).map(({ words }) => /about your account|privacy request/.test(words))).toEqual([
      true,
    ])
  })
  test('is done for the person once it is validated', async () => {
    const { reference, email } = await asked('marketing-deletion')
    await world.run('privacy', reference, 'validate-authority', { valid: true, note: 'Signed' })
    await world.work()
    expect((await world.get(reference)).outcome).toBe('fulfilled')
    const rows = await world.sql<{ email: string }>('select email from suppression where email = $1', [email])
    expect(rows).toEqual([{ email }])
  })
})

describe('the link by which the person agrees', () => {
  test('shows who asked, opens no session, and lets the request go on, once', async () => {
    const { token, reference, requesterEmail, mail } = await confirming()
    expect(mail).not.toContain(requesterEmail)
    expect(await viewLink(token, undefined)).toMatchObject({ shows: 'agree' })
    for (const which of ['continue', 'confirm', 'disown'] as const)
      expect(await pressLink(token, which, elsewhere())).toEqual({ kind: 'no-link' })
    expect(await pressAgreement(token, elsewhere())).toEqual({ kind: 'done' })
    // The second of two presses reads what the first one reads.
    expect(await pressAgreement(token, elsewhere())).toEqual({ kind: 'done' })
    expect(await pressObjection(token, '', elsewhere())).toEqual({ kind: 'no-link' })
    expect((await world.get(reference)).state).toBe('processing')
  })
  test('takes an objection instead', async () => {
    const { token, reference } = await confirming()
    expect(await pressObjection(token, 'Never heard of them.', elsewhere())).toEqual({ kind: 'done' })
    expect(await pressObjection(token, 'Never heard of them.', elsewhere())).toEqual({ kind: 'done' })
    expect(await pressAgreement(token, elsewhere())).toEqual({ kind: 'no-link' })
    expect(await viewLink(token, undefined)).toBeNull()
    const { holds, state } = await world.get(reference)
    expect(state).toBe('verifying')
    expect(holds.some(({ reason, releasedAt }) => reason === 'objection' && !releasedAt)).toBe(true)
  })
  test('and its mail are not shown to who acts', async () => {
    const { reference } = await confirming()
    const { id } = await world.get(reference)
    const seen = await readMessages(requesterActor(id), id)
    expect(seen.map(({ key }) => key)).not.toContain('subject-confirmation')
  })
  test('an objection’s own link agrees to nothing', async () => {
    const { email } = await confirming()
    const notice = mailsTo(email).find(({ words }) => /about your account/.test(words))
    const token = linkIn(notice)
    expect(await pressAgreement(token, elsewhere())).toEqual({ kind: 'no-link' })
    expect(await pressObjection(token, '', elsewhere())).toEqual({ kind: 'done' })
    expect(await pressAgreement(token, elsewhere())).toEqual({ kind: 'no-link' })
  })
  test('ends the request where nobody answers', async () => {
    const { reference, token } = await confirming()
    await world.pass(reference, 15)
    await world.work()
    expect((await world.get(reference)).outcome).toBe('no-authority')
    expect(await viewLink(token, undefined)).toBeNull()
  })
})

describe('the form', () => {
  const type = requestTypes.get('individual-deletion') ?? expect.unreachable()
  const typed = (fields: Record<string, string>) => answersFrom(type, name => fields[name])
  const full = () => ({
    actingAs: 'parent',
    email: `child-${++network}@people.example`,
    username: 'robin',
    requesterEmail: agentOf(),
  })
  test('asks for the own address of who acts', () => {
    const { requesterEmail: _left, ...rest } = full()
    expect(problemsOf(type, typed(rest))).toEqual([
      { field: 'requesterEmail', message: 'Enter your own email address.' },
    ])
    expect(mailboxOf(typed(full()))).toMatch(/^agent-/)
  })
  test('sends it with the proof, to the mailbox of who acts', async () => {
    const secret = await keepAnswers(undefined, typed(full()))
    const data = new FormData()
    data.append('authority', new Blob(['%PDF-1.7']), 'birth.pdf')
    const { body, headers } = new Request('http://habeas.test', { method: 'POST', body: data })
    await keepProofs(secret, { body, contentType: headers.get('content-type') }, elsewhere())
    expect(await sendIntake(secret, elsewhere())).toEqual({ kind: 'sent' })
    const draft = await readIntakeDraft(secret)
    const request = await world.get(draft?.reference ?? '')
    expect(request).toMatchObject({ actingAs: 'parent', subjectType: 'individual' })
    expect(request.files.map(({ name }) => name)).toEqual(['Proof of authority - birth.pdf'])
  })
  test('takes no way to act that there isn’t', () => {
    const { values } = typed({ ...full(), actingAs: 'neighbour' })
    expect(values).not.toHaveProperty('actingAs')
    expect(values).not.toHaveProperty('requesterEmail')
  })
})
