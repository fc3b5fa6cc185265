import { z } from 'zod'
import type { Issue } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import type { GitLab } from './api'
import { listAll } from './lists'

const issueSchema = z.object({ title: z.string(), web_url: z.url({ protocol: /^https?$/ }) })

const PROJECT_OF = {
  escalation: ['escalationProject', 'Project for escalations'],
  'security-review': ['securityProject', 'Project for security reviews'],
} as const

const MOST_TITLE = 255

/** Whether a title has the marker as a word of its own: `HB-1` isn't in `HB-12`. */
function holdsMarker(title: string, marker: string): boolean {
  for (let at = title.indexOf(marker); at >= 0; at = title.indexOf(marker, at + 1)) {
    const around = `${title.charAt(at - 1)}${title.charAt(at + marker.length)}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}

/**
 * Opens a confidential issue, or finds the one that an earlier try opened, by the marker in its title.
 * @returns its link
 * @throws SystemFailure where the settings name no project for such issues
 */
export async function openIssue(api: GitLab, issue: Issue): Promise<string> {
  const [key, label] = PROJECT_OF[issue.about]
  const project = api.settings[key]
  if (project === undefined)
    throw new SystemFailure('unexpected', `The settings of ${api.wire.name} lack “${label}” (${key}).`)
  const where = path('projects', project, 'issues')
  const query = { search: issue.marker, in: 'title', state: 'opened' }
  const open = await listAll(api, where, query, issueSchema)
  const found = open.find(({ title }) => holdsMarker(title, issue.marker))
  if (found) return found.web_url
  const { body } = await askJson(api, {
    method: 'POST',
    path: where,
    json: {
      title: issue.title.slice(0, MOST_TITLE),
      description: issue.description,
      confidential: true,
      labels: issue.labels.map(label => label.replaceAll(',', ' ')).join(','),
    },
    schema: issueSchema,
  })
  return body.web_url
}
