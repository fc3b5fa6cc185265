import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { staffRequestCommands, staffTaskCommands } from '@/lib/core/commands/staff-commands'
import { type Role, roles } from '@/lib/core/people/actor'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { aWorld } from '@/tests/factories/world'
import { aToken, call } from '@/tests/support/api'
import { unchanged } from '@/tests/support/unchanged'

const world = await aWorld()
const tokens = new Map<Role, string>()
for (const role of roles) tokens.set(role, await aToken(role))
const tokenOf = (role: Role) => tokens.get(role) ?? ''

/** One request in work, one whose data was found in Zendesk, one found in the Customers Portal. */
const people = [await world.begin(), await world.begin(), await world.begin()] as const
const [work, zendesk, portal] = people
const search = (reference: string, found: object) =>
  world.runTask('support-engineer', reference, 'Zendesk/cDot', 'resolve', { found })
await search(zendesk.reference, { zendesk: true, customersPortal: false })
await search(portal.reference, { zendesk: false, customersPortal: true })

const personal = people.flatMap(person => [person.email, person.username, person.accountId, 'Robin'])
const own: Readonly<Record<string, readonly string[]>> = {
  'support-engineer': people.map(person => person.reference),
  privacy: people.map(person => person.reference),
  admin: people.map(person => person.reference),
  'support-readiness': [zendesk.reference],
  'console-engineer': [portal.reference],
  'forum-admin': [],
}

/** Valid input for a command in the request's situation, so that only the role can refuse it. */
const inputs: Readonly<Record<string, object>> = {
  'send-message': { message: 'general-reply', subject: 'Hello', body: 'Hello' },
  'fail-verification': { note: 'Wrong' },
  'request-security-review': { issue: 'https://trust.example/7' },
  'record-security-review': { result: 'denied' },
  'record-checks': {
    emailExists: true,
    usernameExists: true,
    sameAccount: true,
    source: 'admin area',
    note: 'Read',
  },
  'settle-delivery': { message: 'none', delivered: true },
  'proceed-despite': { note: 'Fetched already' },
  'record-reply': { channel: 'telephone', at: '2026-01-01', text: 'Hello' },
  'ask-clarification': { question: 'Which tickets?' },
  'request-owner-contact': { ticket: 'https://support.example/7' },
  'record-owner-decision': { granted: false, ticket: 'https://support.example/7' },
  'answer-owner-contact': { contact: 'yes', note: 'They wrote so' },
  'ask-for-help': { text: 'They wrote so' },
  'validate-authority': { valid: true, note: 'Read' },
  'record-region': { region: 'UA-30', note: 'Said so' },
  'correct-jurisdiction': { country: 'DE', note: 'Said so' },
  escalate: { reason: 'unclear', question: 'May we?', checked: 'The account' },
  'read-answer': {},
  'link-issue': { issue: 'https://gitlab.example/privacy/-/issues/7' },
  'answer-escalation': { answer: 'Yes' },
  'return-escalation': { comment: 'Ask them first' },
  'extend-deadline': { reason: 'complexity' },
  'open-appeal': { ground: 'You hold more' },
  'open-complaint': { ground: 'You take too long' },
  'answer-appeal': { granted: false, answer: 'It stays' },
  'extend-appeal': { reason: 'complexity' },
  hold: { reason: 'Ask first' },
  'release-hold': { note: 'Go on' },
  close: { outcome: 'refused', note: 'Manifestly unfounded' },
  reopen: { reason: 'Asked again' },
  retype: { type: 'enterprise-deletion', note: 'Not an individual' },
  assign: { to: null },
  'add-note': { text: 'Hello' },
  'do-step': { step: 'verify-gone' },
  'stop-step': { step: 'verify-gone' },
  'tick-step': { step: 'delete-blocking-groups' },
  'untick-step': { step: 'delete-blocking-groups' },
  'record-list-upload': { list: 1 },
  resolve: { resolution: 'not_found' },
  'reopen-task': { note: 'Again' },
  'accept-exception': { note: 'Theirs' },
  'waive-verification': { note: 'Nobody but the dead knew' },
  'remove-file': { file: 'none' },
}

/** A case in which no record may change, besides those apart: every call is denied, carries a stale version, or reads. */
const still = (name: string, work: () => Promise<void>, apart: readonly string[] = []) =>
  test(name, () => unchanged(world.sql, work, apart))

/** The handbook's section 8, row by row. */
const both: readonly Role[] = ['support-engineer', 'privacy']
const privacyAlone = [
  'release-hold',
  'validate-authority',
  'answer-escalation',
  'return-escalation',
  'take-over',
  'extend-deadline',
  'answer-appeal',
  'extend-appeal',
  'reopen-task',
  'accept-exception',
  'waive-verification',
]
const mayOnRequests = (name: string): readonly Role[] => (privacyAlone.includes(name) ? ['privacy'] : both)
const mayOnTasks = (name: string, team: string): readonly Role[] => {
  if (privacyAlone.includes(name)) return ['privacy']
  const teams = roles.filter(role => role === team || role === 'privacy')
  return name === 'add-note' ? [...new Set([...both, ...teams])] : teams
}
const denials = [403, 404]

describe.each(roles)('%s', role => {
  const token = tokenOf(role)
  const theirs = own[role] ?? []

  still('runs the commands of its row, and is denied every other before anything is looked at', async () => {
    for (const name of staffRequestCommands.keys()) {
      const path = `/requests/${work.reference}/commands/${name}`
      const body = inputs[name] ?? {}
      if (mayOnRequests(name).includes(role)) {
        const { status } = await call(path, { token, body: { ...body, version: 999_999 } })
        expect(status, name).toBe(409)
        continue
      }
      for (const sent of [body, 'no json at all', '[]'])
        expect((await call(path, { token, body: sent })).status, name).toBe(403)
      expect((await call(`/requests/PR-NONE-NONE/commands/${name}`, { token, body })).status).toBe(403)
    }
  })

  still('works its own team’s tasks only', async () => {
    for (const { reference } of people) {
      for (const task of (await world.get(reference)).tasks) {
        for (const name of staffTaskCommands.keys()) {
          const path = `/tasks/${task.id}/commands/${name}`
          const body = { ...inputs[name], note: undefined }
          const visible = theirs.includes(reference)
          const may = visible && mayOnTasks(name, task.team).includes(role) && !isSystemTask(task, name, role)
          const sent = privacyAlone.includes(name) ? inputs[name] : body
          if (may) {
            expect((await call(path, { token, body: { ...sent, version: 999_999 } })).status, name).toBe(409)
          } else {
            const { status } = await call(path, { token, body: sent })
            expect(status, `${name} of ${task.name}`).toBe(visible ? 403 : 404)
          }
        }
      }
    }
  })

  // What somebody read is kept, and nothing else.
  still('reads what is its own; the rest answers as if it were not there', async () => {
    for (const { reference } of people) {
      for (const path of ['', '/messages', '/audit']) {
        const answer = await call(`/requests/${reference}${path}`, { token })
        const allowed = theirs.includes(reference) && !(role === 'admin' && path === '/messages')
        if (allowed) expect(answer.status, path).toBe(200)
        else expect(denials, path).toContain(answer.status)
        if (role === 'admin') for (const word of personal) expect(answer.text).not.toContain(word)
        if (answer.status !== 404) continue
        const missing = await call(`/requests/PR-NONE-NONE${path}`, { token })
        expect([missing.status, missing.text, [...missing.headers]]).toEqual([
          404,
          answer.text,
          [...answer.headers],
        ])
      }
    }
  }, ['access_entry'])

  test('sees its own in the queue', async () => {
    const { text } = await call('/requests?limit=100', { token })
    expect(people.map(person => person.reference).filter(reference => text.includes(reference))).toEqual(
      theirs,
    )
    if (role !== 'admin') return
    for (const word of personal) expect(text).not.toContain(word)
    for (const q of [work.email, work.username])
      expect((await call(`/requests?q=${encodeURIComponent(q)}`, { token })).body).toEqual({
        items: [],
        next: null,
      })
  })

  test('opens requests only where its row says so', async () => {
    const { email, username } = await world.account()
    const body = { type: 'individual-deletion', email, username }
    if (both.includes(role)) {
      expect((await call('/requests', { token, body })).status).toBe(201)
      return
    }
    for (const sent of [body, 'no json at all'])
      expect((await unchanged(world.sql, () => call('/requests', { token, body: sent }))).status).toBe(403)
  })

  still('finds no command of the requester or of the system', async () => {
    const names = [...requestCommands.keys()].filter(name => !staffRequestCommands.has(name))
    expect(names).toEqual(
      expect.arrayContaining(['confirm', 'withdraw', 'record-check-results', 'lapse-window']),
    )
    const task = (await world.get(work.reference)).tasks[0]?.id
    const paths = [
      ...names.map(name => `/requests/${work.reference}/commands/${name}`),
      ...[...taskCommands.keys()]
        .filter(name => !staffTaskCommands.has(name))
        .map(name => `/tasks/${task}/commands/${name}`),
      `/requests/${work.reference}/commands/constructor`,
      `/requests/${work.reference}/commands/__proto__`,
    ]
    for (const path of paths) expect((await call(path, { token, body: {} })).status, path).toBe(404)
  })

  test('is offered only steps that it may take', async () => {
    for (const reference of theirs) {
      const { body } = await call(`/requests/${reference}`, { token })
      const offered = z.object({
        nextSteps: z.array(z.object({ command: z.string(), taskId: z.string().optional() })),
      })
      for (const step of offered.parse(body).nextSteps) {
        const team = (await world.get(reference)).tasks.find(task => task.id === step.taskId)?.team ?? ''
        const may = step.taskId ? mayOnTasks(step.command, team) : mayOnRequests(step.command)
        expect(may, step.command).toContain(role)
      }
    }
  })
})

/** The system's own task is nobody's to tick or resolve; everybody of section 8 may still write a note on it. */
const isSystemTask = (task: PrivacyRequest['tasks'][number], name: string, role: Role) =>
  task.team === 'system' && !(name === 'add-note' && both.includes(role)) && !privacyAlone.includes(name)

test('privacy resolves any team’s task, but only with a note', async () => {
  const task = (await world.get(portal.reference)).tasks.find(task =>
    task.name.includes('Customers Portal Deletion'),
  )
  const path = `/tasks/${task?.id}/commands/resolve`
  const token = tokenOf('privacy')
  const without = await unchanged(world.sql, () => call(path, { token, body: { resolution: 'not_found' } }))
  expect(without).toMatchObject({ status: 422, body: { reason: 'needs-note-from-privacy' } })
  const body = { resolution: 'not_found', note: 'Nobody on duty' }
  expect((await call(path, { token, body })).status).toBe(200)
})
