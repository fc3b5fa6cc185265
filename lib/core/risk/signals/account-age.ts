import { ago, daysSince } from './days'
import { finding, type Signal } from './signal'

const DEFAULT_FROM = 30

/** An account younger than `from` days (30) has little history that its owner could be recognised by. */
export const accountAge: Signal = {
  key: 'account-age',
  title: 'Account age',
  usual: { points: 10 },
  find({ createdOn }, { now }, setting) {
    const days = daysSince(createdOn, now)
    if (days === null || days >= (setting.from ?? DEFAULT_FROM)) return null
    return finding(setting.points, `The account was created ${ago(days)}.`)
  },
}
