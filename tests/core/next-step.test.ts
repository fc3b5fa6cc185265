import { describe, expect, it } from 'vitest'
import type { NextStep } from '@/lib/core/advice/guides/guide'
import { adviceFor, mayTake, whyNot } from '@/lib/core/advice/next-step'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import type { Actor } from '@/lib/core/people/actor'
import { ada, carl, finn, priya, rosa, sam } from './cast'
import { type Story, ticket } from './given'
import { rules } from './runner'
import { situations } from './situations'

const search = 'zendesk-cdot-deletion'
const staff = [sam, rosa, carl, finn, priya, ada]
const stepsOf = ({ request }: Story) => adviceFor(request).flatMap(item => item.steps)

/** What a person types or chooses besides what the step has decided already. */
const typed: Record<string, object> = {
  'fail-verification': { note: 'They wrote that they don’t know' },
  'ask-clarification': { question: 'All of it?' },
  'request-security-review': { issue: 'https://gitlab.example/trust/-/issues/7' },
  'release-hold': { note: 'Settled' },
  close: { note: 'The organisation decides' },
  reopen: { reason: 'Was away' },
  'request-owner-contact': { ticket },
  'answer-owner-contact': { note: 'They wrote so' },
  'ask-for-help': { text: 'They wrote so' },
  'record-owner-decision': { granted: true, ticket },
  'validate-authority': { note: 'Read the papers' },
  'record-region': { region: 'UA-30', note: 'They wrote so' },
  'correct-jurisdiction': { country: 'DE', note: 'They wrote so' },
  'answer-escalation': { answer: 'Go on' },
  'answer-appeal': { granted: false, answer: 'It stays' },
  'return-escalation': { comment: 'What did the ticket say?' },
  'reopen-task': { note: 'Paid now' },
  'accept-exception': { note: 'Your company owns them' },
  'record-checks': {
    emailExists: true,
    usernameExists: true,
    sameAccount: true,
    source: 'Admin area',
    note: 'Looked',
  },
}

function take(story: Story, step: NextStep, actor: Actor): string | null {
  const task = story.request.tasks.find(task => task.id === step.taskId)
  const finding = { zendesk: false, customersPortal: false }
  const found =
    task?.key === 'customers-portal-search' ? { customersPortal: false } : task?.key === search && finding
  const resolution = found ? { found } : { resolution: 'complete' }
  const input = {
    ...(step.command === 'resolve' ? resolution : typed[step.command]),
    ...(step.command === 'tick-step' || step.command === 'resolve' ? { note: 'Covering' } : {}),
    ...step.preset,
  }
  return story.attempt(actor, step.command, input, task)
}

describe.each(situations)('%s', (_what, turn, make) => {
  it('offers only commands that there are, legal in that state', () => {
    const story = make()
    for (const step of stepsOf(story)) {
      const command = (step.taskId ? taskCommands : requestCommands).get(step.command)
      expect(command?.from, step.command).toContain(story.state)
    }
  })
  it('offers nothing that is then refused to the person who may do it', () => {
    for (const index of stepsOf(make()).keys()) {
      for (const actor of staff) {
        const story = make()
        const step = stepsOf(story)[index]
        if (!step || whyNot(story.request, step, { actor, rules })) continue
        expect([step.command, take(story, step, actor)]).toEqual([step.command, null])
      }
    }
  })
  it('offers a step to whose turn it is', () => {
    const actors = { support: [sam], privacy: [priya], team: [rosa, carl, finn, sam] }[turn as string]
    if (!actors) return
    const story = make()
    const offered = actors.some(actor => stepsOf(story).some(step => mayTake(actor, story.request, step)))
    expect(offered).toBe(true)
  })
  it('says what to do and why, in a sentence each', () => {
    for (const { say, why } of adviceFor(make().request)) {
      expect(say).toMatch(/\.$/)
      expect(why).toMatch(/^[A-Z][\w /’-]+: .*\.$/)
    }
  })
})
