import type { SystemActor } from '@/lib/core/people/actor'
import { systemActor } from '@/lib/core/people/make-actor'

/**
 * The system, for what the door does by itself. Each entry says why the actor who set it off can't do it as themselves; the
 * structure test keeps this file inside the door.
 */
export const systemFor = {
  /** Mails a link again. The person who asks has no session yet and isn't told what was done. */
  newLink: systemActor(),
  /** Sets a password by a mailed link: its owner isn't signed in. */
  passwordByLink: systemActor(),
  /** Gives somebody the account and the role that the provider of single sign-on says: they aren't signed in yet. */
  singleSignOn: systemActor(),
  /** Looks whether the row of an uploaded file exists, before its bytes are kept: the uploader may not see every file. */
  storedFile: systemActor(),
  /** Tells files of requests from bytes that belong to nothing. */
  orphans: systemActor(),
  /** Keeps count of tries of what is due: no person is there to act. */
  dueThings: systemActor(),
  /** Erases what has been kept for its time: no person is there to act. */
  retention: systemActor(),
  /** Ticks what the product saw along with somebody's command: nobody said that they did it. */
  seenSteps: systemActor(),
  /** Works with connected systems: a person set the step off, but what comes back is nobody's word. */
  connectedSystems: systemActor(),
  /** Publishes the first entry of the usage log, before anybody has signed in. */
  firstEntry: systemActor(),
  /** Continues with another key: who runs the command is known to the machine alone. */
  otherKey: systemActor(),
  /** Logs what a connected system has sent and signed: a signature is no person. */
  arrivals: systemActor(),
} as const satisfies Record<string, SystemActor>
