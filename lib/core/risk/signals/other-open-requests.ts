import { finding, type Signal } from './signal'

/** Several requests about one account at once can be somebody trying doors. */
export const otherOpenRequests: Signal = {
  key: 'other-open-requests',
  title: 'Other open requests',
  usual: { points: 10 },
  find(_account, { otherOpenRequests: count }, setting) {
    if (count <= 0) return null
    const others = count === 1 ? 'Another request is' : `${count} other requests are`
    return finding(setting.points, `${others} open for the same account or address.`)
  },
}
