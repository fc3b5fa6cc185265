import type { Reason } from '../derived/reasons'
import { requestTypes } from '../handbook/request-types/index'
import type { Context } from '../machine/decision'
import type { PrivacyRequest } from '../request/request'
import { type Act, wouldRefuse } from './dry-run'
import { messageAct } from './message-acts'
import { adviceFor } from './next-step'

const keys = ['assign', 'write', 'hold', 'escalate', 'retype', 'withdraw', 'refuse', 'reopen'] as const
export type OtherActKey = (typeof keys)[number]

export interface OtherAct {
  key: OtherActKey
  /** What can be chosen behind its button: the acts that would not be refused now. */
  open: readonly Act[]
  /** Why there is none. */
  refused: Reason | null
}

const byMessage = (key: string): Act[] => {
  const act = messageAct(key)
  return act ? [act] : []
}

const actsOf: Readonly<Record<OtherActKey, (request: PrivacyRequest) => readonly Act[]>> = {
  assign: () => [{ command: 'assign' }],
  write: () => byMessage('general-reply'),
  hold: () => [{ command: 'hold' }],
  escalate: () => [{ command: 'escalate' }],
  retype: request =>
    [...requestTypes.keys()]
      .filter(type => type !== request.type)
      .map(type => ({ command: 'retype', preset: { type } })),
  withdraw: () => byMessage('request-closed'),
  refuse: () => byMessage('request-refused'),
  reopen: request => (isReopenedHere(request) ? [{ command: 'reopen' }] : []),
}

/** Acts that don't depend on the next step, each with its open choices or the reason why there are none. */
export const otherActs = (request: PrivacyRequest, context: Context): OtherAct[] =>
  keys.flatMap(key => {
    const runs = actsOf[key](request).map(act => ({ act, refused: wouldRefuse(act, request, context) }))
    const open = runs.filter(run => run.refused === null).map(run => run.act)
    const [first] = runs
    return first ? [{ key, open, refused: open.length > 0 ? null : first.refused }] : []
  })

/** An open request needs no reopening, and where the person wrote after the end it is the next step. */
function isReopenedHere(request: PrivacyRequest): boolean {
  const steps = adviceFor(request).flatMap(advice => advice.steps)
  return request.state === 'closed' && !steps.some(step => step.command === 'reopen')
}
