import type { StepEvidence } from '../request/task'

/** What the product saw of a step, as one sentence. @param day when the look-up was made, in words */
export function evidenceWords(evidence: StepEvidence, day: string): string {
  if (evidence.kind === 'system') return `${evidence.what}: ${evidence.result}`
  const { kind, version } = evidence
  switch (kind) {
    case 'sheet-downloaded':
      return 'A blank sheet was downloaded for this task.'
    case 'file-uploaded':
      return 'A file is on this task.'
    case 'owns-no-group':
      return `The account owns no group alone, says the directory on ${day}. Nothing to do.`
    case 'listed':
      return version === null
        ? 'There was no address to put on the deletion list.'
        : `The addresses are on the deletion list, in version ${version}.`
    case 'list-uploaded':
      return `Version ${version ?? ''} of the deletion list is in the GDPR folder.`
  }
}
