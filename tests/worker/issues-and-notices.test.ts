import { afterAll, expect, test } from 'vitest'
import { readMessages } from '@/lib/store/mail/conversation'
import { system } from '@/tests/factories/system'
import { aSystem } from '../support/a-system'
import { connectedWorld } from '../support/connected-world'
import { Slack } from '../support/stand-ins/slack'

const slack = await new Slack().listen()
afterAll(() => slack.close())
const world = await connectedWorld({ alsoAllowed: [slack.host] })
const { about, get, gitlab, run, workOn } = world
await aSystem({ key: 'slack', kind: 'slack', name: 'Slack', settings: {}, secrets: { url: slack.hook } })
gitlab.state.addProject(gitlab.state.addGroup({ path: 'privacy' }), { path: 'escalations' })

async function escalated(username: string): Promise<string> {
  gitlab.state.addUser({ username })
  const reference = await about(username)
  const asked = {
    reason: 'unclear',
    question: `Is ${username} really Robin Example?`,
    checked: 'The account',
  }
  expect(await run('support-engineer', reference, 'escalate', asked)).toMatchObject({ ok: true })
  return reference
}
const issuesOf = (reference: string) => gitlab.state.issues.filter(({ title }) => title.includes(reference))
const posted = (reference: string) => slack.calls.filter(({ raw }) => raw.includes(reference))

test('a question to Privacy opens one issue and posts one line, both by ids alone', async () => {
  const reference = await escalated('curious')
  await workOn()
  const [issue, ...more] = issuesOf(reference)
  expect(more).toEqual([])
  expect((await get(reference)).escalations[0]?.issue).toMatch(new RegExp(`/issues/.*${issue?.iid}$`))
  expect(posted(reference)).toHaveLength(1)
  const told = JSON.stringify([issue, posted(reference).map(({ raw }) => raw)])
  expect(told).not.toMatch(/curious|Robin Example|people\.example/)
})

test('an issue whose answer was lost is found again, and not opened twice', async () => {
  gitlab.fault(/POST .*\/issues/, { kind: 'reset-after' })
  const reference = await escalated('lost')
  await workOn()
  expect(issuesOf(reference)).toHaveLength(1)
  expect((await get(reference)).escalations[0]?.issue).toMatch(/\/issues\//)
})

test('an issue that can’t be opened is left to a person, with words', async () => {
  gitlab.fault(/POST .*\/issues/, { kind: 'status', status: 403, body: '{"message":"403 Forbidden"}' }, 100)
  const reference = await escalated('forbidden')
  await workOn()
  const notes = (await readMessages(system, (await get(reference)).id)).map(({ body }) => body)
  expect(notes.join(' ')).toContain('So no issue was opened for the question to Privacy.')
})

test('a line that Slack refuses for now is posted later; one whose answer was lost isn’t posted twice', async () => {
  slack.fault(/POST/, { kind: 'status', status: 429, headers: { 'retry-after': '1' } })
  const later = await escalated('later')
  await workOn()
  expect(posted(later)).toHaveLength(2)
  slack.fault(/POST/, { kind: 'reset-after' })
  const lost = await escalated('unsure')
  await workOn()
  expect(posted(lost)).toHaveLength(1)
})
