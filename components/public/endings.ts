import type { Outcome, PrivacyRequest } from '@/lib/core/request/request'

interface Ending {
  title: string
  /** What it means and what the person can still do, in plain words. */
  detail?: string
}

/** How a request can end, in words for the requester. Never includes what only the desk may know. */
const endings: Readonly<Record<Outcome, Ending>> = {
  fulfilled: { title: 'It is done' },
  'already-deleted': { title: 'It is done', detail: 'The account was deleted already.' },
  'no-account': { title: 'We found no account', detail: 'With this email address and username together.' },
  duplicate: {
    title: 'This had been asked for before',
    detail: 'We are continuing with the earlier request. If that one isn’t yours, write to us below.',
  },
  'not-verified': { title: 'We could not be sure that this comes from the right person' },
  'no-permission': {
    title: 'The account stays: its organisation’s permission is missing',
    detail:
      'The account belongs to an organisation, and only with its agreement can we delete it. You can speak to its administrator yourself; if they agree later, write to us below.',
  },
  'not-controller': {
    title: 'We can’t do this ourselves',
    detail:
      'The account belongs to an organisation, which decides about its data. Please ask its administrator.',
  },
  'security-denied': { title: 'We can’t continue with this' },
  embargoed: {
    title: 'We can’t send an export to where you are',
    detail: 'Trade laws forbid it for some countries and regions. If yours is wrong here, write to us below.',
  },
  'no-authority': {
    title: 'We could not confirm that you may act for this person',
    detail: 'If you have other documents, write to us below.',
  },
  'no-response': {
    title: 'We did not hear from you in time',
    detail: 'If you still need us, write to us below.',
  },
  withdrawn: { title: 'You took the request back' },
  unconfirmed: { title: 'It was not confirmed in time' },
  refused: {
    title: 'We can’t do what you asked',
    detail: 'Our message says why. If you don’t agree, you can tell us below.',
  },
}

type Ended = Pick<PrivacyRequest, 'outcome' | 'erasureBegunAt'> & Partial<Pick<PrivacyRequest, 'tasks'>>

function endingFor(outcome: Outcome | null, tasks: PrivacyRequest['tasks']): Ending {
  if (outcome === 'already-deleted' && tasks.some(task => task.state === 'cancelled'))
    return {
      title: 'The account was deleted already',
      detail:
        'Nothing else was deleted. Our message says what stays. To have it deleted, too, write to us below.',
    }
  return outcome ? endings[outcome] : { title: 'The request has ended' }
}

/**
 * The end of a closed request in words.
 * @param destroys it would have deleted something
 * @param begun some of it was done before the end
 */
export function endingOf(
  { outcome, erasureBegunAt, tasks = [] }: Ended,
  destroys: boolean,
  begun = false,
): Ending & { done: boolean } {
  const ending = endingFor(outcome, tasks)
  const done = outcome === 'fulfilled' || outcome === 'already-deleted'
  const nothing = begun
    ? 'Something had been done before then; our message says what.'
    : 'Nothing was deleted.'
  const before = done || erasureBegunAt || !destroys ? '' : nothing
  const detail = [before, ending.detail].filter(Boolean).join(' ')
  return { title: ending.title, done, ...(detail && { detail }) }
}
