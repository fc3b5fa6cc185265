export interface Finding {
  /** The chain, or the checkpoint's place. */
  where: string
  what: string
}

/** Lines that are kept; what is found beyond them is counted. */
const KEPT = 500

/** Collects what a look at the log finds, and never ends it. */
export class Findings {
  readonly faults: Finding[] = []
  readonly warnings: Finding[] = []
  /** All of them, also those that aren't kept. */
  faultCount = 0

  fault(where: string, what: string): void {
    this.faultCount += 1
    if (this.faults.length < KEPT) this.faults.push({ where, what })
  }

  warn(where: string, what: string): void {
    this.warnings.push({ where, what })
  }
}
