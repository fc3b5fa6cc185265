import { z } from 'zod'
import { emailKey } from '../../account/matching'
import { actsForLiving, needsAuthority } from '../../derived/acting'
import { authorityGiven } from '../../derived/authority-given'
import { requestTypeKeys, requestTypes } from '../../handbook/request-types/index'
import type { FieldUse, RequestType } from '../../handbook/request-types/request-type'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance, rateRisk, startWorking } from '../../machine/flow'
import { openPlannedTasks } from '../../machine/plan-tasks'
import { asksQuestions } from '../../machine/requirements/asks-questions'
import { screensOf } from '../../machine/screens/index'
import { supportAndPrivacy } from '../../people/permissions'
import { authorityOf, openWindows, ratingOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'

const typeTitles = Object.fromEntries([...requestTypes.values()].map(({ key, title }) => [key, title]))

/** Corrects the type, until the first destructive step is done. What the checks say wins over a wish. */
export const retype = requestCommand({
  name: 'retype',
  label: 'Correct the type',
  may: 'Correct the type',
  who: supportAndPrivacy,
  says: {
    before: 'The request becomes one of another type, with the tasks of that type; what the checks say wins.',
    done: 'The type is corrected.',
    mailsToo: true,
    history: 'corrected the type',
  },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  // What the new type has to have looked up and settled first comes first.
  back: [
    { from: 'processing', to: 'verifying' },
    { from: 'processing', to: 'checking' },
    { from: 'verifying', to: 'checking' },
  ],
  input: z.object({ type: z.enum(requestTypeKeys), note: z.string().trim().min(1).max(2000) }),
  form: [
    { name: 'type', label: 'Type', choices: typeTitles },
    { name: 'note', label: 'Why' },
  ],
  decide(request, { type, note }, context) {
    const target = requestTypes.get(type)
    if (!target) return refuse('invalid-input', 'type')
    if (type === request.type) return refuse('same-type')
    if (request.erasureBegunAt) return refuse('erasure-begun')
    const begun = request.state === 'verifying' || request.state === 'processing'
    if (begun && !authorityGiven(request)) return refuse('use-command', 'validate-authority')
    if (losesAuthority(request, target) || validatedForAnother(request, target))
      return refuse('type-needs-more')
    const facts = request.checks.findLast(check => check.round === request.round)?.facts
    const enterprise = facts?.account?.enterprise
    if (enterprise !== undefined && target.enterpriseBecomes && enterprise)
      return refuse('contradiction', 'type')
    if (enterprise === false && target.individualBecomes) return refuse('contradiction', 'type')
    const lacks = ({ key, required, orIn }: FieldUse) => required && !request[key] && !(orIn && request[orIn])
    if (target.fields.some(lacks)) return refuse('type-needs-more')
    const draft = new Draft(request, context)
      .set({ type, subjectType: target.subjectType })
      .note(`Type corrected: ${note}`)
    // Where nothing is looked up there is nothing to wait for, not even for a directory that can't be reached.
    if (request.state === 'checking' && !target.looksUp)
      return startWorking(draft.set({ checksFailedAt: null })).done()
    if (!begun) return draft.done()
    // Nothing was looked up for the former type: the checks run now, and what they find decides as for everybody else.
    if (target.looksUp && !facts)
      return draft.closeWindows('retyped').enter('checking').effect({ kind: 'run-checks' }).done()
    const screen = facts && screensOf(target).find(screen => screen.fits(draft, facts))
    if (screen) return screen.end(draft.fact({ screen: screen.key })).done()
    openPlannedTasks(draft.enter('verifying'))
    for (const { reason } of openWindows(draft.next))
      if (reason !== 'verification' || !asksQuestions(draft.next)) draft.closeWindow(reason, 'retyped')
    // Rated once a round, so that the request keeps the version of the policy that it was rated with.
    if (!ratingOf(request)) rateRisk(draft)
    return advance(draft).done()
  },
})

/** A person whom Privacy had to validate has confirmed their own mailbox only; for any other type that proves nothing. */
const losesAuthority = (request: PrivacyRequest, target: RequestType): boolean =>
  needsAuthority(request) &&
  !needsAuthority({ ...request, type: target.key }) &&
  emailKey(request.requesterEmail) !== emailKey(request.email)

/** What Privacy validated for a person who is alive says nothing of one who has died, nor the reverse. */
const validatedForAnother = (request: PrivacyRequest, target: RequestType): boolean => {
  const retyped = { ...request, type: target.key }
  return (
    authorityOf(request) !== null &&
    needsAuthority(retyped) &&
    actsForLiving(request) !== actsForLiving(retyped)
  )
}
