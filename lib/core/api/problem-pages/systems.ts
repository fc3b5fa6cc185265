import type { PagesOf } from './page'

/** Reasons about steps that connected systems do. */
export const systemProblems = {
  'step-done': {
    means: 'The step is done already, so no system is sent to do it again.',
    why: [
      'Somebody ticked it, a connected system did it, or Habeas saw that there was nothing to do. `steps[].evidence` says which.',
    ],
    next: ['Read the task, and continue with the first step whose `done` is false.'],
    see: ['step-out-of-order', 'seen-by-product'],
  },
  'step-running': {
    means: 'A connected system is doing this step at the moment.',
    why: [
      '`do-step` only begins the work. The step stays `running` until the system shows that it is true, which for a deletion can take minutes. Meanwhile nobody ticks it, and nothing is begun twice.',
    ],
    next: [
      'Read the task again after a while: the step is then `done` with its evidence, or has a `problem` in words.',
      'To do it by hand instead, call `stop-step`, and look at what the system has done so far.',
    ],
    see: ['step-not-running', 'step-done'],
  },
  'step-not-running': {
    means: 'No connected system is doing this step now, so there is nothing to stop or to record.',
    why: ['It has finished, it failed and was left to a person, or somebody took it over.'],
    next: ['Read the task: `done`, `evidence` and `problem` of the step say how it ended.'],
    see: ['step-running', 'step-done'],
  },
  'no-system': {
    means: 'No system that could do this is connected, so a person does it.',
    why: [
      'An admin connects systems in the settings. One that was removed or switched off leaves its open steps to people.',
      'An account is deleted only in the system in which the checks found it. One that came from the imported directory is nobody’s but a person’s.',
    ],
    next: [
      'Do the step by hand and call `tick-step`; `steps[].help` says how.',
      'Before calling `do-step`, look whether `steps[].doable` names a system.',
    ],
    see: ['step-out-of-order', 'system-failed'],
  },
  'system-failed': {
    means:
      'A connected system did not answer as it should. Nothing was changed by asking; `detail` has its words.',
    why: [
      'It can’t be reached, took too long, refused the credentials, asked us to wait, or answered something that makes no sense. None of that is ever taken for “nothing found”.',
    ],
    next: [
      'Try again after a while.',
      'If it stays so, do the step by hand, and ask an admin to test the connection in the settings: it says what exactly is wrong.',
    ],
    see: ['no-system', 'unavailable'],
  },
} as const satisfies PagesOf
