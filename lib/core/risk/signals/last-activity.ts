import { ago, daysSince } from './days'
import { finding, manyPoints, type Signal } from './signal'

const DEFAULT_FROM = 7
const RECENT = 30
const DORMANT = 365

/**
 * An account in use is missed at once when it was deleted wrongly: `points` when last active within 30 days, `many`
 * within `from` days (7). One that slept for over a year gets `many`, too: its mailbox may have lapsed and gone to
 * somebody else.
 */
export const lastActivity: Signal = {
  key: 'last-activity',
  title: 'Last activity',
  usual: { points: 5, many: 10, from: 7 },
  find({ lastActiveOn }, { now }, setting) {
    const days = daysSince(lastActiveOn, now)
    if (days === null) return null
    if (days > DORMANT) {
      const why = `Last active ${ago(days)}, over a year: the mailbox may have a new owner.`
      return finding(manyPoints(setting), why)
    }
    if (days <= (setting.from ?? DEFAULT_FROM))
      return finding(manyPoints(setting), `Last active ${ago(days)}.`)
    return days <= RECENT ? finding(setting.points, `Last active ${ago(days)}.`) : null
  },
}
