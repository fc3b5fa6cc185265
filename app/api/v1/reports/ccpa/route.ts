import { json, methodNotAllowed, refused } from '@/app/api/answers'
import { queryOf } from '@/app/api/v1/query-of'
import { denied, withToken } from '@/app/api/v1/with-token'
import { systemClock } from '@/lib/clock'
import { dayOf } from '@/lib/core/deadlines/days'
import { can } from '@/lib/core/people/permissions'
import { ccpaQuery } from '@/lib/core/view/ccpa-report'
import { invalid } from '@/lib/door/answer/invalid'
import { env } from '@/lib/env'
import { readCcpaReport } from '@/lib/store/request/ccpa-report'

/** The yearly figures that California’s regulations ask for: numbers only. */
export const GET = withToken(async ({ actor, request }) => {
  if (!can(actor.role, 'see-reports')) return denied(actor, 'reports')
  const asked = ccpaQuery.strict().safeParse(queryOf(request))
  if (!asked.success) return refused(invalid(asked.error))
  const { year = dayOf(systemClock.now(), env().orgTimeZone).year } = asked.data
  return json(await readCcpaReport(actor, year))
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
