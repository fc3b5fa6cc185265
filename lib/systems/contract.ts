import type { LookUp } from '@/lib/core/account/checks'

/** Where accounts are looked up for the automated checks: Habeas's own directory, or a connected system. */
export interface AccountSource {
  /** What the checks say that they asked; shown to staff beside the frozen answers. */
  readonly name: string
  /**
   * Asks for an account that holds both the address and the username, in any case and with any space around.
   * `reached: false` when the system says that it can't answer now.
   * @throws when it breaks in any other way. Callers treat both as "not known yet", never as "no account".
   */
  lookUp(email: string, username: string): Promise<LookUp>
}
