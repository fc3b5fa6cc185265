import { describe, expect, test } from 'vitest'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { readMessages } from '@/lib/store/mail/conversation'
import { system } from '@/tests/factories/system'
import { journey } from '../factories/journey'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, pass, run, work } = world
const ticket = 'https://support.example/tickets/4711'
const enterprise = { enterprise: true }
const said = { message: 'account-already-deleted' }

const noteOf = async (reference: string, part: string) => {
  const { resolution, note } = await me.task(reference, part)
  return [resolution, note]
}

describe('enterprise deletion', () => {
  const begun = async () => {
    const { reference } = await me.begin('enterprise-deletion', enterprise)
    expect(await get(reference)).toMatchObject({ type: 'enterprise-deletion', state: 'verifying' })
    expect(await me.keys(reference)).toContain('enterprise-user')
    expect(await me.window(reference)).toEqual([{ reason: 'owner-consent', days: 7 }])
    return reference
  }
  const ownerAsked = async () => {
    const reference = await begun()
    expect(
      await run('support-engineer', reference, 'request-owner-contact', { ticket }),
      'before the yes',
    ).toMatchObject({ ok: false, reason: 'consent-first' })
    await me.command('requester', reference, 'answer-owner-contact', { contact: 'yes' })
    await me.command('support-engineer', reference, 'request-owner-contact', { ticket })
    expect(await me.window(reference)).toEqual([{ reason: 'owner-decision', days: 10 }])
    return reference
  }
  const noPermission = (reference: string) =>
    me.closed(reference, 'no-permission', 'no-enterprise-admin-permission-deletion')

  test('silent for seven days: no permission', async () => {
    const reference = await begun()
    await pass(reference, 9)
    await noPermission(reference)
    expect((await noteOf(reference, 'GitLab Deletion'))[0]).toBe('exception')
  })
  test('doesn’t want the administrator asked: no permission, at once', async () => {
    const reference = await begun()
    await me.command('requester', reference, 'answer-owner-contact', { contact: 'no' })
    await noPermission(reference)
  })
  test('asks, the owner grants: deleted', async () => {
    const reference = await ownerAsked()
    await me.command('support-engineer', reference, 'record-owner-decision', { granted: true, ticket })
    await me.erase(reference, { zendesk: true, customersPortal: false })
    await me.closed(reference, 'fulfilled')
  })
  test('asks, the owner refuses: no permission, the ticket in the note', async () => {
    const reference = await ownerAsked()
    await me.command('support-engineer', reference, 'record-owner-decision', { granted: false, ticket })
    await noPermission(reference)
    const [resolution, note] = await noteOf(reference, 'GitLab Deletion')
    expect([resolution, note]).toEqual(['exception', expect.stringContaining(ticket)])
  })
  test('asks, the owner is silent for ten days: no permission, the ticket in the note', async () => {
    const reference = await ownerAsked()
    await pass(reference, 12)
    await noPermission(reference)
    expect((await noteOf(reference, 'GitLab Deletion'))[1]).toContain(ticket)
  })
  test('a written instruction counts before anything was answered', async () => {
    const reference = await begun()
    await me.command('support-engineer', reference, 'record-owner-decision', { granted: true, ticket })
    expect(await get(reference)).toMatchObject({ state: 'processing' })
  })
  test('the form says enterprise, the account is an individual’s: treated as individual', async () => {
    const { reference, now } = await me.begin('enterprise-deletion')
    expect(now).toMatchObject({ type: 'individual-deletion', state: 'processing' })
    expect(await me.keys(reference)).not.toContain('enterprise-user')
    await me.erase(reference)
    await me.closed(reference, 'fulfilled')
  })
  test('already deleted: no question was required, so the rest is deleted, and the person is told', async () => {
    const { reference } = await me.begin('enterprise-deletion', { ...enterprise, accountState: 'deleted' })
    expect(await get(reference)).toMatchObject({ state: 'processing' })
    const told = (await readMessages(system, (await get(reference)).id)).find(
      message => message.key === 'account-already-deleted',
    )
    expect(told?.body).toContain('What our support system and the Customers Portal hold about you')
    expect(told?.body).not.toContain('stays')
    await me.resolve(reference, 'Zendesk/cDot', { found: { zendesk: false, customersPortal: false } })
    await me.closed(reference, 'already-deleted')
  })
  test('already deleted, questions open: the mail says what stays and where to ask for it', async () => {
    const { reference } = await me.begin('individual-deletion', riskyAccount)
    const { accountId } = await get(reference)
    expect(await world.run('support-engineer', reference, 'send-message', said)).toMatchObject({
      ok: false,
      reason: 'account-still-there',
    })
    await world.db.account.update({ where: { id: accountId ?? '' }, data: { state: 'deleted' } })
    await me.command('support-engineer', reference, 'send-message', said)
    const closed = await me.closed(reference, 'already-deleted', 'account-already-deleted')
    const told = (await readMessages(system, closed.id)).at(-1)
    expect(told?.body).toContain('- What our marketing systems hold about you')
    expect(told?.body).toContain('[Open the request]')
    expect(told?.body).not.toContain('don’t need to do anything')
  })
})

describe('portal deletion', () => {
  test('located: complete, a Console Engineer follows, fulfilled', async () => {
    const { reference, now } = await me.begin('portal-deletion')
    expect(now.tasks.map(task => task.name)).toEqual(['Support Engineer (Zendesk/cDot Deletion)'])
    await me.resolve(reference, 'Zendesk/cDot', { found: { customersPortal: true } })
    await me.complete(reference, 'Console Engineer')
    expect((await me.closed(reference, 'fulfilled')).tasks).toHaveLength(2)
  })
  test('not located: not found, fulfilled', async () => {
    const { reference } = await me.begin('portal-deletion')
    await me.resolve(reference, 'Zendesk/cDot', { found: { customersPortal: false } })
    const { tasks } = await me.closed(reference, 'fulfilled')
    expect(tasks.map(task => task.resolution)).toEqual(['not_found'])
  })
})

describe('marketing deletion', () => {
  test('no support task; the system does it by itself', async () => {
    const { reference, email } = await me.begin('marketing-deletion')
    const { tasks } = await me.closed(reference, 'fulfilled')
    expect(tasks.map(task => [task.team, task.resolution])).toEqual([['system', 'complete']])
    expect(await world.db.suppression.count({ where: { email } })).toBe(1)
  })
})

describe('deletion for someone who has died', () => {
  test('erases marketing data of the account only, not of the person who asks', async () => {
    const requesterEmail = 'kim.kin@family.example'
    const fields = { requesterEmail, email: requesterEmail, relationship: 'authorized-agent' }
    const { reference, username, email } = await me.begin('deceased-deletion', {}, fields)
    await world.run('privacy', reference, 'validate-authority', { valid: true, note: 'Read', username })
    await world.work()
    expect(await world.db.suppression.count({ where: { email: requesterEmail } })).toBe(0)
    expect(await world.db.suppression.count({ where: { email } })).toBe(1)
  })
  const successor = { relationship: 'designated-account-successor', requesterEmail: 'kin@people.example' }
  const begun = (facts = {}, fields = {}) => me.begin('deceased-deletion', facts, { ...successor, ...fields })
  const validate = (reference: string, valid: boolean, more = {}) =>
    me.command('privacy', reference, 'validate-authority', { valid, note: 'Read the documents', ...more })

  test('on hold until Privacy validates; the validator carries nothing out; fulfilled', async () => {
    const { reference, now } = await begun()
    expect(now).toMatchObject({ state: 'verifying', subjectType: 'successor' })
    expect(now.holds).toMatchObject([{ reason: 'authority', releasedAt: null }])
    await validate(reference, true)
    expect(await get(reference)).toMatchObject({ state: 'processing' })
    const step = { step: 'delete-blocking-groups', note: 'x' }
    expect(await world.runTask('privacy', reference, 'GitLab', 'tick-step', step)).toMatchObject({
      ok: false,
      reason: 'four-eyes',
    })
    await me.erase(reference)
    await me.closed(reference, 'fulfilled')
  })
  test('an authorised agent’s relationship makes the subject type', async () => {
    expect((await begun({}, { relationship: 'authorized-agent' })).now.subjectType).toBe('agent')
  })
  test('a Designated Account Manager is refused', async () => {
    const account = await world.account()
    const tried = world.submit(account, {
      ...successor,
      type: 'deceased-deletion',
      relationship: 'designated-account-manager',
    })
    await expect(tried).rejects.toThrow('invalid-input relationship')
  })
  test('authority rejected: no authority', async () => {
    const { reference } = await begun()
    await validate(reference, false)
    await me.closed(reference, 'no-authority', 'authority-not-established')
  })
  test('documents asked for, thirty days of silence although it is on hold: no authority', async () => {
    const { reference } = await begun()
    expect(
      await run('support-engineer', reference, 'send-message', { message: 'documents-needed' }),
    ).toMatchObject({ ok: false, status: 403 })
    await me.send(reference, 'documents-needed', 'privacy')
    expect(await me.window(reference)).toEqual([{ reason: 'documents', days: 30 }])
    await pass(reference, 29)
    await work()
    expect(await me.keys(reference)).toContain('reminder')
    await pass(reference, 4)
    await me.closed(reference, 'no-authority', 'authority-not-established')
  })
  test('the account’s own mailbox objects: Privacy decides', async () => {
    const { reference } = await begun()
    await me.command('account-holder', reference, 'object', { text: 'I am alive.' })
    expect((await get(reference)).objectedAt).toBeInstanceOf(Date)
    expect(waitingOn(await get(reference))).toBe('privacy')
    await me.command('privacy', reference, 'close', {
      outcome: 'refused',
      note: 'The account’s owner objected.',
    })
    await me.closed(reference, 'refused', 'request-refused')
  })
  test('the address finds no account: Privacy names it', async () => {
    const account = await world.account()
    const email = 'unknown@people.example'
    const reference = await world.submit({ ...account, email }, { ...successor, type: 'deceased-deletion' })
    await me.command('requester', reference, 'confirm')
    expect(await get(reference)).toMatchObject({ state: 'verifying', accountId: null })
    await validate(reference, true, { username: account.username })
    expect(await get(reference)).toMatchObject({ state: 'processing', accountId: account.accountId })
  })
  test('no account at all: told only once everything else is done', async () => {
    const nobody = { email: 'gone@people.example', username: 'gone' }
    const reference = await world.submit(nobody, { ...successor, type: 'deceased-deletion' })
    await me.command('requester', reference, 'confirm')
    await validate(reference, true)
    expect(await me.keys(reference)).not.toContain('no-account-found')
    await me.resolve(reference, 'GitLab Deletion', { resolution: 'not_found' })
    await me.search(reference, { zendesk: false, customersPortal: false })
    await me.closed(reference, 'no-account', 'no-account-found')
  })
  test('rated high with private projects: the questions go to the requester', async () => {
    const { reference } = await begun(riskyAccount)
    await validate(reference, true)
    await me.send(reference, 'high-risk-gitlab-account-verification-question')
    const mails = world.sink.accepted().filter(mail => mail.recipients.includes('kin@people.example'))
    expect(mails.length).toBeGreaterThan(1)
    expect(await me.window(reference)).toEqual([{ reason: 'verification', days: 30 }])
  })
})
