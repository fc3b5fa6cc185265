import { finding, manyPoints, type Signal } from './signal'

const DEFAULT_FROM = 10

/** Private work is what a wrong deletion destroys for good. A count that nobody knows is taken as some. */
export const privateProjects: Signal = {
  key: 'private-projects',
  title: 'Private projects',
  usual: { points: 10, many: 25, from: 10 },
  find({ privateProjects: count }, _context, setting) {
    if (count === 0) return null
    if (count === null) {
      return finding(setting.points, 'The number of private projects is not known, so it counts as some.')
    }
    const points = count >= (setting.from ?? DEFAULT_FROM) ? manyPoints(setting) : setting.points
    return finding(points, `The account has ${count} private ${count === 1 ? 'project' : 'projects'}.`)
  },
}
