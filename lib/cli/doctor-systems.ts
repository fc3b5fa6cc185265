import { describeConnections } from '@/lib/door/systems/describe-connections'
import { advice, type Finding, fine, trouble } from './finding'

/** What is wrong with each connected system, in its own words; those that are off are named. Takes half a minute at most. */
export async function systems(): Promise<Finding[]> {
  const found = await describeConnections()
  if (found.length === 0) return [fine('no system is connected; every step is done by hand')]
  return found.flatMap(({ name, key, isOn, problems, since }) => {
    const label = name === key ? name : `${name} (${key})`
    if (!isOn)
      return [advice(`${label} is switched off${problems.length > 0 ? `; ${problems.join(' ')}` : ''}`)]
    if (problems.length === 0) return [fine(`${label} is connected and works`)]
    return problems.map(problem =>
      trouble(`${label}: ${problem}${since ? ` (since ${since.toISOString()})` : ''}`),
    )
  })
}
