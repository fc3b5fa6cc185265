import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { staffMailTrouble } from '@/lib/store/mail/staff-mail-trouble'
import { strayMail, undeliveredCounts } from '@/lib/store/mail/stray-mail'
import { readNavigation } from '@/lib/store/queue/navigation'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { mailBench } from '../support/mail-bench'
import { type SmtpSink, smtpSink } from '../support/smtp'

const testDb = await testDatabase()
const { sql } = testDb
const { queued, empty, send } = mailBench(testDb)
const team = 'privacy@corp.test'
let sink: SmtpSink

beforeEach(async () => {
  sink = await smtpSink()
})
afterEach(async () => {
  await sink.close()
  await empty()
})

async function mailed(kind: string, to = team, messageId?: string): Promise<void> {
  const { id } = await queued(to, messageId)
  await sql('update outbox set kind = $2 where id = $1', [id, kind])
  await send(id, sink.url)
}
const refusesMailboxes = () => {
  sink.says = { RCPT: '550 5.1.1 User unknown' }
}
const told = async () =>
  (await staffMailTrouble(['task-opened', 'privacy-notice'])).map(({ recipient, lost }) => [recipient, lost])

test('a team whose mail comes back is named once, until a mail to it is taken again', async () => {
  refusesMailboxes()
  await mailed('task-opened')
  await mailed('privacy-notice')
  expect(await told()).toEqual([[team, 2]])
  expect(await readNavigation(staffOf('support-engineer'))).toMatchObject({ isMailLost: true })
  sink.says = {}
  await mailed('task-opened')
  expect(await told()).toEqual([])
  refusesMailboxes()
  await mailed('task-opened')
  expect(await told()).toEqual([[team, 1]])
})

test('is not about people’s mail, which their request tells of, nor about subscribers, nor about last month', async () => {
  refusesMailboxes()
  await mailed('request-received', 'robin@people.test', randomUUID())
  await mailed('usage-change', 'reader@people.test')
  expect(await told()).toEqual([])
  await mailed('task-opened')
  await sql(`update outbox set settled_at = settled_at - interval '15 days'`)
  expect(await told()).toEqual([])
  expect(await readNavigation(staffOf('support-engineer'))).toMatchObject({ isMailLost: false })
})

test('what is in no conversation and didn’t arrive is listed, with addresses for those who may see them', async () => {
  refusesMailboxes()
  await mailed('task-opened')
  await mailed('complaint-answered', 'robin@people.test')
  await mailed('usage-change:7', 'reader@people.test')
  await mailed('request-received', 'robin@people.test', randomUUID())
  sink.says = {}
  sink.behaviour = 'drop-after-dot'
  await mailed('download-code', 'kim@people.test')
  const list = async (role: 'privacy' | 'admin' | 'support-engineer') =>
    (await strayMail(staffOf(role), ['task-opened'])).map(({ kind, state, recipient }) => [
      kind,
      state,
      recipient,
    ])
  expect(await list('privacy')).toEqual([
    ['download-code', 'uncertain', 'kim@people.test'],
    ['usage-change', 'bounced', 'reader@people.test'],
    ['complaint-answered', 'bounced', 'robin@people.test'],
    ['task-opened', 'bounced', team],
  ])
  expect((await list('admin')).map(([, , recipient]) => recipient)).toEqual([null, null, null, team])
  expect(await list('support-engineer')).toEqual([])
  expect((await undeliveredCounts()).stray.map(({ kind }) => kind)).toEqual([
    'complaint-answered',
    'download-code',
    'task-opened',
    'usage-change',
  ])
})
