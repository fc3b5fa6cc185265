import type { EvidenceLine } from '@/lib/systems/contract'
import { runTaskCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import { clipped, type Turn } from './turn'

export interface StepJob {
  taskId: string
  step: string
  run: string
  tries: number
}

type OfRun = Omit<StepJob, 'tries'>

export const BY_HAND = 'Do it by hand, or try again later.'

/** Writes one outcome of a run down, by the name of its command. */
export type WriteDown = (command: string, input: object) => Promise<Turn>

/** Writes down what became of a run. What can't be written down is a person's: a run must not be under way for ever. */
export function recordFor({ taskId, step, run }: OfRun): WriteDown {
  const write = async (command: string, input: object) => {
    const about = { step, run, ...input }
    const commandId = `${command}:${run}`
    return await runTaskCommand(systemFor.connectedSystems, taskId, command, about, { commandId })
  }
  return async (command, input) => {
    const ran = await write(command, input)
    if (!ran.ok && command !== 'record-step-failure') {
      const problem = `What came of it could not be written down: ${ran.title} Look there before you continue by hand.`
      await write('record-step-failure', { problem: clipped(problem) })
    }
    return { is: 'over' }
  }
}

/** Leaves a step to a person after something failed on our own side again and again. */
export async function leaveStep(job: OfRun, words: string): Promise<void> {
  await recordFor(job)('record-step-failure', { problem: clipped(`${words} ${BY_HAND}`) })
}

const MOST_LINES = 200

/** Evidence within what is kept of it: so many lines, each of them so long. What is left out is told. */
export function keptEvidence(lines: readonly (EvidenceLine & { system: string })[]) {
  const kept = lines.slice(0, lines.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES)
  const [last] = lines.slice(kept.length)
  const more = last && {
    ...last,
    what: `And ${lines.length - kept.length} more`,
    result: 'too many to be listed',
  }
  return [...kept, ...(more ? [more] : [])].map(({ system, at, what, result }) => ({
    system,
    at: at.toISOString(),
    what: clipped(what, 200),
    result: clipped(result, 300),
  }))
}
