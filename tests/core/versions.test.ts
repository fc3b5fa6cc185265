import { describe, expect, it } from 'vitest'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { mayRun } from '@/lib/core/people/permissions'
import { system } from '@/tests/factories/system'
import { requester, sam } from './cast'
import { allConnected } from './connected'
import { aRequest, type Story } from './given'

const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
const deceased = () =>
  aRequest(
    {},
    { type: 'deceased-deletion', relationship: 'authorized-agent', requesterEmail: 'kim@family.example' },
  )

/** Acts of the system that change nothing that a person could be typing about. */
const quiet: readonly (readonly [string, () => Story, (story: Story) => Story])[] = [
  ['send-reminder', () => risky().clock('2026-06-05T12:00'), story => story.clock('2026-06-06T12:00')],
  [
    'remind-deadline',
    () => at(aRequest().begun(), '2026-06-28T12:00'),
    story => story.does(system, 'remind-deadline'),
  ],
  [
    'remind-privacy',
    () => at(deceased().begun(), '2026-06-07T12:00'),
    story => story.does(system, 'remind-privacy'),
  ],
  [
    'record-list-upload',
    () => aRequest().begun().ticked('gitlab-deletion', 3),
    story => story.does(system, 'record-list-upload', { list: 1 }, story.task('gitlab-deletion')),
  ],
  [
    'begin-effect',
    running,
    story => onRun(story, 'begin-effect', { system: 'gitlab', what: 'delete', target: '1' }),
  ],
  [
    'record-step-done',
    running,
    story =>
      onRun(story, 'record-step-done', {
        changed: true,
        evidence: [{ system: 'gitlab', at: '2026-06-01T12:00:00Z', what: 'Marked group 5', result: '202' }],
      }),
  ],
  ['record-step-failure', running, story => onRun(story, 'record-step-failure', { problem: 'It failed.' })],
  [
    'record-search',
    () => aRequest().begun(),
    story =>
      story.does(
        system,
        'record-search',
        { system: 'zendesk', of: 'zendesk', state: 'nothing', ids: [], words: 'Nobody.' },
        story.task('zendesk-cdot-deletion'),
      ),
  ],
  [
    'record-issue-failure',
    () => aRequest().begun(),
    story => story.does(system, 'record-issue-failure', { about: 'escalation', problem: 'It failed.' }),
  ],
  ['record-delivery', () => unsent(risky), delivered],
  ['send-access-link', () => unsent(risky), story => story.does(system, 'send-access-link')],
  ['resend-confirmation', () => unsent(aRequest), story => story.does(system, 'resend-confirmation')],
]
/** Acts after which the request is not what somebody saw: a conflict says so. */
const telling = [
  'record-check-results',
  'record-checks-failure',
  'lapse-window',
  'end-hold',
  'complete-system-task',
  'fail-system-task',
  'attach-file',
  'link-issue',
  'record-step-exception',
]

function running(): Story {
  const story = aRequest({ soleOwnedGroups: 1 })
  story.systems = allConnected
  story.source = 'gitlab'
  story.begun()
  return story.does(sam, 'do-step', { step: 'delete-blocking-groups' }, story.task('gitlab-deletion'))
}
function onRun(story: Story, command: string, input: object): Story {
  const task = story.task('gitlab-deletion')
  const step = task.steps.find(({ run }) => run)
  return story.does(system, command, { step: step?.key, run: step?.run?.id, ...input }, task)
}
function at(story: Story, moment: string): Story {
  story.now = new Date(`${moment}:00Z`)
  return story
}
function unsent(make: () => Story): Story {
  const story = make()
  story.mailServer = 'silent'
  return story
}
function delivered(story: Story): Story {
  story.does(system, 'send-access-link')
  return story.does(system, 'record-delivery', {
    message: story.message('access-link').id,
    result: 'accepted',
  })
}

describe('a person who is typing', () => {
  it.each(quiet)('gets no false conflict by %s', (command, make, act) => {
    const story = make()
    const { version } = story.request
    act(story)
    expect(story.facts.map(fact => fact.command)).toContain(command)
    expect(story.request.version).toBe(version)
  })
  it('sees a conflict when the request has changed under their hands', () => {
    const story = risky()
    const { version } = story.request
    story.does(requester(story.request.id), 'reply', { text: 'Here I am' })
    expect(story.request.version).toBe(version + 1)
    expect(story.does(sam, 'fail-verification', { note: 'x' }).request.version).toBe(version + 2)
  })
  it('is thought of for each command of the system', () => {
    const ofSystem = [...requestCommands.values(), ...taskCommands.values()].filter(command =>
      mayRun(system, command.who),
    )
    expect(ofSystem.map(command => command.name).toSorted()).toEqual(
      [...quiet.map(([name]) => name), ...telling].toSorted(),
    )
    for (const { name, keepsVersion = false } of ofSystem)
      expect(keepsVersion, name).toBe(!telling.includes(name))
  })
})
