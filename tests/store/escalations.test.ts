import { expect, test } from 'vitest'
import { escalationIssue } from '@/lib/core/machine/escalations/escalation-issue'
import { publicActor } from '@/lib/core/people/make-actor'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { readNavigation } from '@/lib/store/queue/navigation'
import { readQueue } from '@/lib/store/queue/queue'
import { readEscalations } from '@/lib/store/request/escalations'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { staff, run } = world
const [sam, priya] = [staff('support-engineer'), staff('privacy')]
const ask = {
  reason: 'A lawyer wrote',
  question: 'May robin@people.example be deleted?',
  checked: 'The ticket',
}
const { reference: first } = await world.begin()
const { reference: second } = await world.begin()
await run('support-engineer', first, 'escalate', ask)
await run('support-engineer', second, 'escalate', { ...ask, reason: 'Another one' })

const references = async (open: boolean) =>
  (await readEscalations(priya, { open })).items.map(item => item.reference)

test('open questions stand oldest first; answered ones go to the other list', async () => {
  expect(await references(true)).toEqual([first, second])
  expect(await readNavigation(priya)).toMatchObject({ escalations: 2 })
  expect(await readNavigation(sam)).toMatchObject({ escalations: 0 })
  await run('privacy', first, 'answer-escalation', { answer: 'Yes, go on' })
  expect(await references(true)).toEqual([second])
  expect(await readEscalations(sam, { open: false })).toMatchObject({
    items: [{ reference: first, state: 'answered', answer: 'Yes, go on' }],
    next: null,
  })
  expect(await readNavigation(priya)).toMatchObject({ escalations: 1 })
})

test('the view “Escalated” shows requests with an open question and no others', async () => {
  const page = await readQueue(sam, queueFilterSchema.parse({ view: 'escalated' }))
  expect(page.items.map(item => item.reference)).toEqual([second])
})

test('teams that handle no request read none', async () => {
  for (const role of ['support-readiness', 'console-engineer', 'forum-admin', 'admin'] as const)
    expect(await readEscalations(staff(role), { open: true })).toEqual({ items: [], next: null })
  expect(await readEscalations(publicActor(), { open: true })).toEqual({ items: [], next: null })
})

test('the related issue names ids and dates, and nobody', async () => {
  const request = await world.get(second)
  const [escalation] = request.escalations
  if (!escalation) throw new Error('no question')
  const { title, text } = escalationIssue(request, escalation, {
    link: 'https://desk.example/requests/x',
    day: at => at.toISOString().slice(0, 10),
  })
  expect(title).toContain(second)
  expect(text).toContain(escalation.id)
  expect(text).not.toMatch(/@|robin|lawyer|another/i)
})
