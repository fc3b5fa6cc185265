import { finding, manyPoints, type Signal } from './signal'

/** Somebody who failed to show who they are may be trying again. */
export const failedVerification: Signal = {
  key: 'failed-verification',
  title: 'Failed verification',
  usual: { points: 30, many: 60, from: 2 },
  find(_account, { failedVerifications: count }, setting) {
    if (count <= 0) return null
    const points = count >= (setting.from ?? 2) ? manyPoints(setting) : setting.points
    const times = count === 1 ? 'once' : `${count} times`
    return finding(points, `A verification for this account failed ${times} within a year.`)
  },
}
