import { clockFor } from '../deadlines/deadline'
import { extensionReasons } from '../deadlines/law'
import { lawOf } from '../deadlines/of-request'
import type { Reason } from '../derived/reasons'
import { typeOf } from '../handbook/request-types/type-of'
import type { Context } from '../machine/decision'
import type { PrivacyRequest } from '../request/request'
import { wouldRefuse } from './dry-run'

/** Why the answer's deadline can't be extended now, for any reason that its law knows; null where it can. */
export function deadlineRefusal(request: PrivacyRequest, context: Context): Reason | null {
  const { extend } = clockFor(lawOf(request, context), typeOf(request).action)
  return refusalOf('extend-deadline', extend?.reasons, request, context)
}

/** Why the time to answer the open appeal can't be extended now, for any reason that its law knows; null where it can. */
export function appealRefusal(request: PrivacyRequest, context: Context): Reason | null {
  return refusalOf('extend-appeal', lawOf(request, context).appeal?.extend?.reasons, request, context)
}

/** A law without an extension knows no reason: any is then refused in the command's own words. */
function refusalOf(
  command: 'extend-deadline' | 'extend-appeal',
  [reason]: readonly string[] = extensionReasons,
  request: PrivacyRequest,
  context: Context,
): Reason | null {
  return wouldRefuse({ command, preset: { reason: reason ?? extensionReasons[0] } }, request, context)
}
