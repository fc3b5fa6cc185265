import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { verificationOf } from '@/lib/core/request/current'
import { requester, sam } from './cast'
import { aRequest, type Story } from './given'

const medium = 'medium-risk-gitlab-account-verification-question'
const high = 'high-risk-gitlab-account-verification-question'
const firstStep = (story: Story) => adviceFor(story.request)[0]?.steps[0]
const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun()
const robin = requester('the-request')

describe('the questions that a request needs', () => {
  it.each([
    ['low', 0, null],
    ['low', 1, null],
    ['low', null, null],
    ['medium', 0, null],
    ['medium', 1, medium],
    ['medium', null, medium],
    ['high', 0, null],
    ['high', 1, high],
    ['high', null, high],
  ] as const)('rated %s with %s private projects: %s', (rating, privateProjects, message) => {
    const story = aRequest({ privateProjects }, { rating }).begun()
    if (message === null) expect(story.state).toBe('processing')
    else {
      expect(story.state).toBe('verifying')
      expect(firstStep(story)).toMatchObject({ command: 'send-message', preset: { message } })
    }
    for (const other of [medium, high].filter(item => item !== message))
      expect(story.attempt(sam, 'send-message', { message: other })).not.toBeNull()
  })
})

describe('until the questions are passed', () => {
  it('the task stays open and nothing is deleted', () => {
    const story = risky().asked().answered()
    expect(story.tasksThat('open')).toContain('gitlab-deletion')
    const step = 'delete-blocking-groups'
    expect(story.tryTask('gitlab-deletion', 'tick-step', { step })).toBe('not-destructive-yet')
    expect(story.request.erasureBegunAt).toBeNull()
  })
  it('the system’s own erasure does not run either', () => {
    const story = risky()
    expect(story.effects.map(effect => effect.kind)).not.toContain('system-task')
    expect(story.tryTask('marketing-deletion', 'complete-system-task')).toBe('illegal-state')
  })
})

describe('asking', () => {
  it('keeps the questions as they were asked', () => {
    const story = risky().asked()
    const { questions } = verificationOf(story.request) ?? { questions: [] }
    expect(questions.length).toBeGreaterThan(0)
    expect(story.variables(high).questions).toEqual(questions.map(question => question.text))
  })
  it('asks only what the directory’s columns can judge', () => {
    const { account } = risky().asked()
    for (const { fact } of verificationOf(risky().asked().request)?.questions ?? [])
      expect(account).toHaveProperty(fact)
  })
  it('happens once: there is one attempt', () => {
    const story = risky().asked()
    expect(story.attempt(sam, 'send-message', { message: high })).toBe('already-answered')
  })
  it('waits on the requester', () => {
    expect(waitingOn(risky().request)).toBe('support')
    expect(waitingOn(risky().asked().request)).toBe('requester')
  })
})

describe('an answer', () => {
  it('closes the window and makes it support’s turn', () => {
    const story = risky().asked()
    expect(story.windowEnds).toHaveLength(1)
    story.answered()
    expect(story.windowEnds).toEqual([])
    expect(waitingOn(story.request)).toBe('support')
    expect(story.days(20).state).toBe('verifying')
  })
  it('is given once', () => {
    const story = risky().asked().answered()
    expect(story.attempt(robin, 'answer-questions', { answers: {} })).toBe('already-answered')
  })
  it('answers every question', () => {
    expect(
      risky()
        .asked()
        .attempt(robin, 'answer-questions', { answers: { created: '2020' } }),
    ).toBe('invalid-input')
  })
  it('needs a question', () => {
    expect(risky().attempt(robin, 'answer-questions', { answers: {} })).toBe('no-question-open')
  })
  it('offers pass and fail to the engineer', () => {
    const [advice] = adviceFor(risky().asked().answered().request)
    expect(advice?.steps.map(step => step.command)).toEqual(['pass-verification', 'fail-verification'])
  })
})

describe('passing', () => {
  it('lets the work begin', () => {
    const story = risky().asked().answered().passed()
    expect(story.state).toBe('processing')
    expect(verificationOf(story.request)).toMatchObject({ result: 'passed', judgedById: 'sam' })
  })
  it('needs an answer', () => {
    expect(risky().asked().attempt(sam, 'pass-verification')).toBe('nothing-to-judge')
    expect(risky().attempt(sam, 'pass-verification')).toBe('nothing-to-judge')
  })
  it('is never the requester’s', () => {
    expect(risky().asked().answered().attempt(robin, 'pass-verification')).toBe('not-allowed')
  })
})

describe('failing', () => {
  const note = 'Named a project that is not theirs'
  it('needs a note', () => {
    const story = risky().asked().answered()
    expect(story.attempt(sam, 'fail-verification')).toBe('invalid-input')
    expect(story.attempt(sam, 'fail-verification', { note: '  ' })).toBe('invalid-input')
  })
  it.each([
    ['with an answer', risky().asked().answered()],
    ['without one', risky().asked()],
  ])('%s makes the task an exception with the note and closes as not-verified', (_how, story) => {
    story.does(sam, 'fail-verification', { note })
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'not-verified' })
    expect(story.task('gitlab-deletion')).toMatchObject({ resolution: 'exception', note })
    expect(story.sent.at(-1)).toBe('failed-verification')
  })
  it('never tells the requester why', () => {
    const story = risky().asked().answered().does(sam, 'fail-verification', { note })
    expect(story.variables('failed-verification')).toEqual({})
  })
  it('cancels what is open, with the reason, and says nothing of being fulfilled', () => {
    const story = risky().asked().does(sam, 'fail-verification', { note })
    expect(story.tasksThat('open')).toEqual([])
    expect(story.task('zendesk-cdot-deletion')).toMatchObject({
      state: 'cancelled',
      note: expect.stringContaining('not-verified'),
    })
    expect(story.sent).not.toContain('request-fulfilled')
  })
  it('is not sent as a mere message', () => {
    expect(risky().asked().attempt(sam, 'send-message', { message: 'failed-verification' })).toBe(
      'use-command',
    )
  })
})

describe('while the person has the questions', () => {
  it('waiting is right: failing can be chosen, and is never the first button', () => {
    const [advice] = adviceFor(risky().asked().request)
    expect(advice?.say).toMatch(/^Wait for the person/)
    expect(advice?.steps).toEqual([expect.objectContaining({ command: 'fail-verification', aside: true })])
  })
})
