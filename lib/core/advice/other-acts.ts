import type { Reason } from '../derived/reasons'
import type { MessageKey } from '../handbook/messages/index'
import { requestTypeKeys } from '../handbook/request-types/index'
import { typeOf } from '../handbook/request-types/type-of'
import type { Context } from '../machine/decision'
import type { CommandName } from '../people/command-names'
import type { PrivacyRequest } from '../request/request'
import { type Act, wouldRefuse } from './dry-run'
import { messageAct } from './message-acts'
import { adviceFor } from './next-step'

const keys = [
  'assign',
  'write',
  'clarify',
  'record-reply',
  'hold',
  'escalate',
  'retype',
  'place',
  'withdraw',
  'refuse',
  'reopen',
] as const
export type OtherActKey = (typeof keys)[number]

/** Where its button leads: to the composer with a message, or to the form of a command. */
type Leads = { message: MessageKey } | { command: CommandName }

const leads: Readonly<Record<OtherActKey, Leads>> = {
  assign: { command: 'assign' },
  write: { message: 'general-reply' },
  clarify: { message: 'clarification-needed' },
  'record-reply': { command: 'record-reply' },
  hold: { command: 'hold' },
  escalate: { command: 'escalate' },
  retype: { command: 'retype' },
  place: { command: 'correct-jurisdiction' },
  withdraw: { message: 'request-closed' },
  refuse: { message: 'request-refused' },
  reopen: { command: 'reopen' },
}

export interface OtherAct {
  key: OtherActKey
  leads: Leads
  /** What can be chosen behind its button: the acts that would not be refused now. */
  open: readonly Act[]
  /** Why there is none. */
  refused: Reason | null
}

function actsOf(key: OtherActKey, request: PrivacyRequest): readonly Act[] {
  const to = leads[key]
  if (key === 'clarify' && !typeOf(request).clarifies) return []
  if ('message' in to) return [messageAct(to.message)].filter(act => act !== undefined)
  if (key === 'retype')
    return requestTypeKeys
      .filter(type => type !== request.type)
      .map(type => ({ command: to.command, preset: { type } }))
  return key !== 'reopen' || isReopenedHere(request) ? [{ command: to.command }] : []
}

/** Acts that don't depend on the next step, each with its open choices or the reason why there are none. */
export const otherActs = (request: PrivacyRequest, context: Context): OtherAct[] =>
  keys.flatMap(key => {
    const runs = actsOf(key, request).map(act => ({ act, refused: wouldRefuse(act, request, context) }))
    const open = runs.filter(run => run.refused === null).map(run => run.act)
    const [first] = runs
    return first ? [{ key, leads: leads[key], open, refused: open.length > 0 ? null : first.refused }] : []
  })

/** An open request needs no reopening, and where the person wrote after the end it is the next step. */
function isReopenedHere(request: PrivacyRequest): boolean {
  if (request.state !== 'closed') return false
  const steps = adviceFor(request).flatMap(advice => advice.steps)
  return !steps.some(step => step.command === 'reopen' && !step.needs)
}
