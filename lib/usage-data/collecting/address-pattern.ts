/*
 * What is left of an address: /namespace:12/project:34/-/issues/:id. A part stays only where it is in the list below
 * and behind `/-/`, where a product's own routes are; what is before that are names that people chose.
 */

const words = new Set(
  (
    'access_tokens activity alert_management analytics artifacts audit_events billings blame blob boards branches calendar ' +
    'charts ci ci_cd clusters commit commits compare compliance container_registry contributors customer_relations ' +
    'dashboard deploy_keys deployments designs details diffs edit editor environments epics error_tracking experiments ' +
    'export feature_flags find_file forks graphs group_members history hooks ide import incidents insights integrations ' +
    'issue issues issues_analytics iterations jobs labels learn_gitlab lint logs members merge_requests metrics milestones ' +
    'ml models monitor network new notes oncall_schedules packages pages pipeline_schedules pipelines profile ' +
    'project_members quality raw refs releases repository requirements retry roadmap runners saved_replies schedules ' +
    'search security service_desk settings shared show snippets starrers submodules tags terraform test_cases ' +
    'test_report todos tree triggers usage_quotas usage_trends value_stream_analytics variables vulnerabilities ' +
    'vulnerability_report webhooks wikis work_items'
  ).split(' '),
)

/** What follows these is the path of a file or the name of a branch. */
const beforeRepositoryPath = new Set([
  'blob',
  'tree',
  'raw',
  'blame',
  'commits',
  'compare',
  'network',
  'graphs',
  'find_file',
])

const DEEPEST = 6

export interface PageIds {
  projectId: string | null
  namespaceId: string | null
}

function routePart(parts: readonly string[]): string {
  const out: string[] = []
  for (const [at, part] of parts.slice(0, DEEPEST).entries()) {
    const before = out[at - 1]
    if (at === 1 && before !== undefined && beforeRepositoryPath.has(before)) {
      out.push(':repository_path')
      break
    }
    if (words.has(part)) out.push(part)
    else out.push(/^\d+$/.test(part) ? ':id' : ':value')
  }
  return out.map(part => `/${part}`).join('')
}

function ownerPart(path: readonly string[], { projectId, namespaceId }: PageIds): string {
  const ids = [namespaceId && `/namespace:${namespaceId}`, projectId && `/project:${projectId}`].filter(
    Boolean,
  )
  if (path.length === 0) return ''
  return ids.length > 0 ? ids.join('') : '/:path'
}

const parsed = (address: string): URL | null => {
  const url = URL.canParse(address) ? new URL(address) : null
  return url && /^https?:$/.test(url.protocol) ? url : null
}

/**
 * The pattern of a page's address, with the ids that its event carries. Server, query, fragment and every name are gone.
 */
export function addressPattern(address: string, ids: PageIds): string {
  const url = parsed(address)
  if (!url) return ':unreadable'
  const parts = url.pathname.split('/').filter(Boolean)
  const dash = parts.indexOf('-')
  const owner = ownerPart(dash < 0 ? parts : parts.slice(0, dash), ids)
  return dash < 0 ? owner || '/' : `${owner}/-${routePart(parts.slice(dash + 1))}`
}

/** The same of the page before. The ids are not that page's, so none are named; another site stays unnamed. */
export function referrerPattern(referrer: string, address: string): string {
  const [from, here] = [parsed(referrer), parsed(address)]
  if (!from || !here || from.host !== here.host) return ':elsewhere'
  return addressPattern(referrer, { projectId: null, namespaceId: null })
}
