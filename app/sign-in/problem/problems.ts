import type { SingleSignOnFault } from '@/lib/auth/single-sign-on-fault'
import type { SingleSignOnRefusal } from '@/lib/door/sign-in/single-sign-on'

interface Problem {
  /** HTTP status of the page. */
  status: number
  title: string
  words: string
  next: string
}

const again = 'Try again. If it happens each time, tell the people who look after Habeas here.'
const tellThem = 'Tell the people who look after Habeas here; the log names the reason.'
const untrusted = (what: string): Problem => ({
  status: 403,
  title: 'You are not signed in',
  words: `The answer that came back could not be trusted: ${what}. Nothing was changed.`,
  next: again,
})

const problems: Readonly<Record<SingleSignOnFault | SingleSignOnRefusal | 'too-many', Problem>> = {
  'no-role': {
    status: 403,
    title: 'No access to the privacy desk',
    words: 'You are signed in at your organisation, but none of your groups has a role here.',
    next: 'Ask the people who give out access to add you to a group that may work on privacy requests. Then sign in again.',
  },
  'shut-out': {
    status: 403,
    title: 'No access to the privacy desk',
    words: 'An admin has ended your access to this desk.',
    next: 'If you think that this is wrong, ask an admin of the desk to let you in again.',
  },
  'no-address': {
    status: 403,
    title: 'You are not signed in',
    words:
      'Your organisation’s sign-in told us no email address for you, and the desk needs one to reach you.',
    next: 'Ask the people who look after your account to add an address, or to let Habeas see it (scope “email”).',
  },
  'address-taken': {
    status: 403,
    title: 'You are not signed in',
    words:
      'Somebody with your email address works here already and signs in with a password. An address alone doesn’t prove that this is you.',
    next: 'Ask an admin of the desk to choose “Let connect” beside your name. Then sign in this way again.',
  },
  unreachable: {
    status: 503,
    title: 'Single sign-on can’t be reached',
    words:
      'Your organisation’s sign-in didn’t answer, or said that something is wrong on its side. You are not signed in.',
    next: again,
  },
  cancelled: {
    status: 403,
    title: 'You are not signed in',
    words: 'Signing in at your organisation was cancelled or refused there.',
    next: 'Try again if you want to continue.',
  },
  expired: {
    status: 403,
    title: 'You are not signed in',
    words: 'This sign-in took too long, was used already, or was begun in another browser.',
    next: 'Begin again from the sign-in page.',
  },
  'wrong-state': untrusted('it belongs to no sign-in that was begun in this browser'),
  'wrong-nonce': untrusted('it belongs to another sign-in'),
  'wrong-issuer': untrusted('it came from somebody else than your organisation'),
  'wrong-audience': untrusted('it was meant for another application'),
  'wrong-signature': untrusted('its signature isn’t your organisation’s'),
  'wrong-settings': {
    status: 503,
    title: 'Single sign-on isn’t set up right',
    words: 'Your organisation’s sign-in refused to work with Habeas. You are not signed in.',
    next: tellThem,
  },
  unreadable: {
    status: 503,
    title: 'You are not signed in',
    words: 'Your organisation’s sign-in answered something that we couldn’t read.',
    next: again,
  },
  'too-many': {
    status: 429,
    title: 'Too many tries',
    words: 'There were too many tries to sign in from your network.',
    next: 'Wait a quarter of an hour, then try again.',
  },
}

/** What to say about a problem, by its key; an unknown key is an answer that couldn't be read. */
export function signInProblem(why: string, hasPasswords: boolean): Problem {
  const problem = Object.entries(problems).find(([key]) => key === why)?.[1] ?? problems.unreadable
  if (problem.status !== 503 || !hasPasswords) return problem
  return {
    ...problem,
    next: `${problem.next} If you have a password here, you can sign in with that meanwhile.`,
  }
}
