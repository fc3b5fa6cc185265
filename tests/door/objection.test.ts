import { describe, expect, test } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { accountHolderActor, requesterActor } from '@/lib/core/people/make-actor'
import { allowFromNetwork } from '@/lib/door/answer/public-limits'
import { pressObjection } from '@/lib/door/requester/account-links'
import { pressLink, viewLink } from '@/lib/door/requester/requester'
import { readUnsent } from '@/lib/door/requester/requester-messages'
import { transaction } from '@/lib/store/database/client'
import { readMessages } from '@/lib/store/mail/conversation'
import { createAccessLink, findAccessLink } from '@/lib/store/visits/access-links'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'
import { linkTokensIn } from '@/tests/support/smtp'

const world = await aWorld()
let network = 0
const elsewhere = () => `192.0.2.${++network}`

/** A request for somebody who has died, by an agent, of which the account's own mailbox was told. */
async function told() {
  const fields = { relationship: 'authorized-agent', requesterEmail: `agent-${network}@people.example` }
  const { reference, email } = await beginOf(world, 'deceased-deletion', { fields })
  const notice = world.sink.mails.findLast(
    mail => mail.recipients.includes(email) && /about your account/.test(mail.words),
  )
  const token = linkTokensIn(notice?.text ?? '')[0] ?? 'none'
  return { reference, email, token }
}

describe('the link of a notice to the account’s own mailbox', () => {
  test('shows the way to object, and stays unspent however often it is looked at', async () => {
    const { token } = await told()
    for (let look = 0; look < 3; look++)
      expect(await viewLink(token, undefined)).toMatchObject({ shows: 'object' })
    expect(await findAccessLink(token)).toMatchObject({ state: 'open', purpose: 'object' })
  })

  test('lets nobody in, whichever button is tried', async () => {
    const { token, reference } = await told()
    for (const button of ['continue', 'confirm', 'disown'] as const)
      expect(await pressLink(token, button, elsewhere())).toEqual({ kind: 'no-link' })
    expect((await world.get(reference)).state).toBe('verifying')
    const sessions = await world.sql('select 1 from requester_session where request_id = $1', [
      (await world.get(reference)).id,
    ])
    expect(sessions).toEqual([])
  })

  test('stops the request until Privacy has looked, once, however often it is pressed', async () => {
    const { token, reference } = await told()
    const presses = await Promise.all([1, 2, 3].map(() => pressObjection(token, 'I am alive.', elsewhere())))
    expect(presses.map(press => press.kind)).toEqual(['done', 'done', 'done'])
    expect(await pressObjection(token, 'Again.', elsewhere())).toEqual({ kind: 'done' })
    expect(await viewLink(token, undefined)).toBeNull()
    const request = await world.get(reference)
    expect(request.objectedAt).not.toBeNull()
    expect(request.holds.filter(hold => hold.reason === 'objection' && !hold.releasedAt)).toHaveLength(1)
    expect(request.messages.filter(message => message.key === 'objection')).toHaveLength(1)
    const audit = await world.sql<{ actor_kind: string }>(
      `select actor_kind from audit_entry where scope = $1 and command = 'object'`,
      [request.id],
    )
    expect(audit).toEqual([{ actor_kind: 'account-holder' }])
  })

  test('is told to Privacy and never to the requester', async () => {
    const { token, reference } = await told()
    await pressObjection(token, 'canary: I am alive.', elsewhere())
    const { id } = await world.get(reference)
    const seen = async (actor: Parameters<typeof readMessages>[0]) =>
      JSON.stringify(await readMessages(actor, id))
    expect(await seen(world.staff('privacy'))).toContain('canary')
    expect(await seen(requesterActor(id))).not.toContain('canary')
    expect(await seen(requesterActor(id))).not.toContain('objection')
    expect(await seen(accountHolderActor(id))).toBe('[]')
  })

  test('keeps what was written while too much came from that network, until it is sent', async () => {
    const { token } = await told()
    const office = elsewhere()
    for (let press = 0; press < 40; press += 1) await allowFromNetwork(office)
    expect(await pressObjection(token, 'I am alive.', office)).toMatchObject({ kind: 'busy' })
    expect(await readUnsent(token)).toEqual({ reply: 'I am alive.' })
    expect(await pressObjection(token, 'I am alive.', elsewhere())).toEqual({ kind: 'done' })
    expect(await readUnsent(token)).toEqual({})
  })

  test('is worth nothing once the request has ended', async () => {
    const { token, reference } = await told()
    await world.run('privacy', reference, 'validate-authority', { valid: false, note: 'Forged' })
    expect(await viewLink(token, undefined)).toBeNull()
    expect(await pressObjection(token, '', elsewhere())).toEqual({ kind: 'no-link' })
  })

  test('is not lost in silence where an address of the account can’t be mailed', async () => {
    const { email, username, accountId } = await world.account()
    const odd = `"${username} at home"@people.example`
    await world.sql(
      'insert into account_address (email_key, account_id, email, is_primary) values ($1, $2, $1, false)',
      [odd, accountId],
    )
    const fields = { relationship: 'authorized-agent', requesterEmail: `agent-${username}@people.example` }
    const reference = await world.submit({ email, username }, { type: 'deceased-deletion', ...fields })
    await world.work()
    expect(await world.run('requester', reference, 'confirm')).toMatchObject({ ok: true })
    await world.work()
    const request = await world.get(reference)
    const notices = request.messages.filter(message => message.key === 'security-notice')
    expect(notices.map(notice => [notice.delivery, notice.deliveryReason]).toSorted()).toEqual([
      ['accepted', null],
      ['bounced', 'unmailable'],
    ])
    expect(
      adviceFor(request)
        .map(({ say }) => say)
        .join(),
    ).toContain('This address can’t be mailed.')
    expect(world.sink.mails.some(mail => mail.recipients.join().includes('at home'))).toBe(false)
  })

  test('does not hold a request up where the account’s first address can’t be mailed', async () => {
    const { email: own, username, accountId } = await world.account()
    const odd = `"${username} at home"@people.example`
    await world.sql('update account set email = $1 where id = $2', [odd, accountId])
    await world.sql('update account_address set is_primary = false where account_id = $1', [accountId])
    await world.sql(
      'insert into account_address (email_key, account_id, email, is_primary) values ($1, $2, $1, true)',
      [odd, accountId],
    )
    const reference = await world.submit({ email: own, username })
    await world.work()
    await world.run('requester', reference, 'confirm')
    await world.work()
    const request = await world.get(reference)
    expect(request.state).toBe('processing')
    expect(request.messages.find(message => message.key === 'security-notice')).toMatchObject({
      delivery: 'bounced',
      deliveryReason: 'unmailable',
    })
  })

  test('differs from the requester’s links', async () => {
    const { reference } = await told()
    const { id } = await world.get(reference)
    const page = await transaction(tx =>
      createAccessLink(tx, { requestId: id, purpose: 'page', sentTo: 'agent@people.example', days: 1 }),
    )
    expect(await pressObjection(page, '', elsewhere())).toEqual({ kind: 'no-link' })
  })
})
