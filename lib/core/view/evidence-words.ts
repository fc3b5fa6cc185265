import { ACCOUNT_DIRECTORY } from '../account/checks'
import type { PrivacyRequest } from '../request/request'
import type { StepEvidence } from '../request/task'
import { type SystemNames, systemNamed } from '../systems/system-names'

/**
 * What the product saw of a step, as one sentence.
 * @param day when the look-up was made, in words
 * @param source who answered it, inside a sentence
 */
export function evidenceWords(evidence: StepEvidence, day: string, source = 'the directory'): string {
  if (evidence.kind === 'system') return `${evidence.what}: ${evidence.result}`
  const { kind, version } = evidence
  switch (kind) {
    case 'sheet-downloaded':
      return 'A blank sheet was downloaded for this task.'
    case 'file-uploaded':
      return 'A file is on this task.'
    case 'owns-no-group':
      return `The account owns no group alone, says ${source} on ${day}. Nothing to do.`
    case 'listed':
      return version === null
        ? 'There was no address to put on the deletion list.'
        : `The addresses are on the deletion list, in version ${version}.`
    case 'list-uploaded':
      return `Version ${version ?? ''} of the deletion list is in the GDPR folder.`
  }
}

/** Who answered the look-up that a step's evidence rests on, inside a sentence. */
export function sourceOf({ checks }: PrivacyRequest, { at }: StepEvidence, names: SystemNames): string {
  const source = checks.find(round => round.at.toISOString() === at)?.source
  return source === undefined || source === ACCOUNT_DIRECTORY ? 'the directory' : systemNamed(source, names)
}
