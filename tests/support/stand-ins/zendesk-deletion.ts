import type { StandInAnswer } from './stand-in'
import { type Asked, forbidden, missing, type Route, refused, type User } from './zendesk-data'

const status = (action: string, application: string) => ({
  action,
  application,
  created_at: '2026-01-01T00:00:00Z',
})

function softly({ data, role, id }: Asked): StandInAnswer {
  const user = data.users.get(id)
  if (role !== 'admin') return forbidden
  if (!user || user.erased) return missing
  if (user.active) data.effect('delete', id)
  user.active = false
  return { status: 200, json: { user: { id, active: false } } }
}

function forGood({ data, role, id }: Asked): StandInAnswer {
  const user = data.users.get(id)
  if (role !== 'admin') return forbidden
  if (!user || user.active) return missing
  if (user.erased)
    return refused(422, 'RecordInvalid', {
      base: [{ description: 'Already requested', error: 'DuplicateValue' }],
    })
  user.erased = { looks: data.lag }
  user.statuses = [status('request_deletion', 'all'), status('started', 'support')]
  data.effect('delete-for-good', id)
  return { status: 200, json: { deleted_user: { id, email: user.email, name: user.name, active: false } } }
}

/** Each look brings the end nearer; then the address is gone. */
function shown(user: User) {
  const { id, email, name } = user
  if (!user.erased || user.erased.looks-- > 0) return { id, email, name, active: false }
  if (!user.statuses.some(({ action }) => action === 'complete'))
    user.statuses.push(status('complete', 'support'))
  return { id, email: null, name: 'Permanently Deleted User', active: false }
}

export const deletionRoutes: readonly Route[] = [
  ['DELETE', /^\/users\/(\d+)$/, softly],
  ['DELETE', /^\/deleted_users\/(\d+)$/, forGood],
  [
    'GET',
    /^\/deleted_users\/(\d+)$/,
    ({ data, id }) => {
      const user = data.users.get(id)
      return user && !user.active ? { status: 200, json: { deleted_user: shown(user) } } : missing
    },
  ],
  [
    'GET',
    /^\/users\/(\d+)\/compliance_deletion_statuses$/,
    ({ data, id }) => {
      const user = data.users.get(id)
      if (!user?.erased) return missing
      return { status: 200, json: { compliance_deletion_statuses: user.statuses } }
    },
  ],
]
