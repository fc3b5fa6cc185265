import { zoneOf } from '../deadlines/days'
import type { Appealing } from '../deadlines/law'
import { lawOf } from '../deadlines/of-request'
import { complaintUnder, secondLook } from '../deadlines/remedies'
import type { Context } from '../machine/decision'
import type { PrivacyRequest } from '../request/request'
import { wouldRefuse } from './dry-run'

/**
 * How the person can disagree now, the first choice first: by an appeal where the request has ended and its law has one, and by a
 * complaint at any time; neither while one of them is open.
 * @param context as the door's, of the person
 */
export function remediesNow(request: PrivacyRequest, context: Context): Appealing[] {
  const law = lawOf(request, context)
  const timeZone = zoneOf(request, context.timeZone)
  const may = (command: string) => !wouldRefuse({ command }, request, context)
  const appeal = secondLook(law, context.now, timeZone)
  return [
    ...(appeal.kind === 'appeal' && may('open-appeal') ? [appeal] : []),
    ...(may('open-complaint') ? [complaintUnder(law, context.now, timeZone)] : []),
  ]
}
