import type { StaffActor } from '@/lib/core/people/actor'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { represent } from '@/lib/core/view/representation'
import type { RequestView } from '@/lib/core/view/request-view'
import { connectedSystems } from '@/lib/door/systems/connected'
import { env } from '@/lib/env'
import { organisationRules } from '@/lib/store/settings/decision-rules'
import { readSamePerson } from '@/lib/store/staff/acting'

/** A request as the API shows it to this actor now. */
export async function represented(actor: StaffActor, request: PrivacyRequest): Promise<RequestView> {
  const [rules, same, systems] = await Promise.all([
    organisationRules(),
    readSamePerson(actor),
    connectedSystems(),
  ])
  return represent(request, actor, env().orgTimeZone, rules, same, systems)
}
