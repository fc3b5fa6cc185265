import { expect, it } from 'vitest'
import { staffActor } from '@/lib/core/people/make-actor'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { runRequestCommand } from '@/lib/door/run/run'
import { readQueue } from '@/lib/store/queue/queue'
import { aWorld } from '../factories/world'

const world = await aWorld()
const question = { reason: 'Legal hold', question: 'May we go on?', checked: 'The account' }
const sam = staffActor('sam', 'support-engineer', 'browser')
await world.db.staff.update({
  where: { id: 'sam' },
  data: { email: 'sam@desk.example', name: 'Sam Desk' },
})
it('Privacy’s answer is mailed to the person who asked, marks the queue, and the request is theirs', async () => {
  const { reference } = await world.begin()
  const asked = await runRequestCommand(sam, reference, 'escalate', question, { commandId: 'ask' })
  expect(asked).toMatchObject({ ok: true })
  await world.run('privacy', reference, 'answer-escalation', { answer: 'Go on' })
  await world.work()
  const sent = world.sink.mails.filter(mail => mail.recipients.includes('sam@desk.example'))
  expect(sent).toHaveLength(1)
  expect(sent[0]?.words).toContain(`News on ${reference}`)
  expect([sent[0]?.head, sent[0]?.words].join()).not.toMatch(/robin/i)
  expect(await world.get(reference)).toMatchObject({ assigneeId: 'sam' })
  const marked = async () =>
    (await readQueue(sam, queueFilterSchema.parse({ view: 'all' }))).items.find(
      row => row.reference === reference,
    )?.escalationAnsweredAt
  expect(await marked()).toBeInstanceOf(Date)
  await world.run('support-engineer', reference, 'read-answer')
  expect(await marked()).toBeNull()
})
