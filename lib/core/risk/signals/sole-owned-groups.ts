import { finding, manyPoints, type Signal } from './signal'

const DEFAULT_FROM = 5

/** Groups with this one owner go with the account, and other people's work with them. */
export const soleOwnedGroups: Signal = {
  key: 'sole-owned-groups',
  title: 'Sole-owned groups',
  usual: { points: 10, many: 20, from: 5 },
  find({ soleOwnedGroups: count }, _context, setting) {
    if (count === null || count === 0) return null
    const points = count >= (setting.from ?? DEFAULT_FROM) ? manyPoints(setting) : setting.points
    return finding(points, `The account is the only owner of ${count} ${count === 1 ? 'group' : 'groups'}.`)
  },
}
